import { expect, test } from "vitest";
import { namesOfOperation, type NamingOptions } from "../../../generator/conventions/cmdlet-names.js";

const nameOf = (operationId: string, method = "POST", options: NamingOptions = {}) =>
  namesOfOperation(operationId, method, options)
    .map(({ verb, subject, action }) => `${verb}-${subject} ${action}`)
    .join(", ");

test.each([
  // whole methods, and those of a verb and a noun
  ["gardens.beds_List", "GET", "Get-GardenBed List"],
  ["gardens.beds_ListPlants", "GET", "Get-GardenBedPlant List"],
  ["gardens_GetBedStatistics", "GET", "Get-GardenBedStatistics Get"],
  ["gardens.beds_CreatePlants", "POST", "New-GardenBedPlant Create"],
  ["gardens.beds_DeletePlants", "DELETE", "Remove-GardenBedPlant Delete"],
  ["garden.bed.attachment_createUploadSession", "POST", "New-GardenBedAttachmentUploadSession Create"],
  ["gardens_assignSpade", "POST", "Set-GardenSpade Assign"],
  // an update by PUT is a Set
  ["gardens_UpdatePhotoContent", "PATCH", "Update-GardenPhotoContent Update"],
  ["gardens_UpdatePhotoContent", "PUT", "Set-GardenPhotoContent Update"],
  // actions without a verb of PowerShell stay in the noun
  ["gardens_delta", "GET", "Invoke-DeltaGarden Delta"],
  ["gardens.beds_reply", "POST", "Invoke-ReplyGardenBed Reply"],
  ["gardens_post", "POST", "Invoke-Garden Post"],
  ["gardens_replyAll", "POST", "Invoke-ReplyGarden Reply"],
  ["gardens_all", "POST", "Invoke-AllGarden All"],
  // two words: the verb may stand behind
  ["gardens_remoteLock", "POST", "Lock-GardenRemote Lock"],
  ["gardens_shutDown", "POST", "Invoke-DownGardenShut Down"],
  ["gardens_unsetSpade", "POST", "Clear-GardenSpade Unset"],
  // more words: the first verb is the action
  ["gardens_tentativelyAcceptGift", "POST", "Invoke-AcceptGarden Accept"],
  ["gardens_sendGiftNotification", "POST", "Send-GardenGiftNotification Send"],
  ["gardens_outerOakPaint", "POST", "Invoke-PaintGardenOuterOak Paint"],
  ["gardens_unfavoriteTinyOak", "POST", "Invoke-UnfavoriteGardenTinyOak Unfavorite"],
  // prepositions cut, in an order of their own
  ["gardens_getPlantsForBedOfYear", "GET", "Get-GardenPlant Get"],
  ["gardens_getPlantsOfYearWithWater", "GET", "Get-GardenPlant Get"],
  ["gardens_getForByDay", "GET", "Get-GardenFor Get"],
  ["gardens_signInGuest", "POST", "Invoke-SignGardenInGuest Sign"],
  ["gardens_logInGuestInTent", "POST", "Invoke-LogGarden Log"],
  // two cmdlets of one operation
  ["gardens_createOrGet", "POST", "New-Garden Create, Get-Garden Get"],
  ["gardens_createOrGetBed", "POST", "New-GardenBed Create, Get-GardenBed Get"],
  // words side by side and pairs of words count once
  ["gardens.garden.beds_List", "GET", "Get-GardenBed List"],
  ["gardens_ListGardens", "GET", "Get-Garden List"],
  ["gardens.calendar.calendarView_List", "GET", "Get-GardenCalendarView List"],
  // strange ones
  ["plain", "GET", "Invoke-Plain Plain"],
  ["_List", "GET", "Get- List"],
  ["gardens_", "GET", "Invoke-AllGarden All"],
])("%s by %s: %s", (operationId, method, want) => {
  expect(nameOf(operationId, method)).toBe(want);
});

test("generators of another age singularize and cut differently", () => {
  expect(nameOf("gardens.beds.plants_List", "GET", { singularize: "last" })).toBe("Get-GardensBedsPlant List");
  expect(nameOf("gardens_signInGuest", "POST", { keepSignIn: false })).toBe("Invoke-SignGarden Sign");
});

test.each([
  ["gardens_getPlantsForBedOfYear", "for bed of year"],
  ["gardens_tentativelyAcceptGift", "tentatively gift"],
  ["gardens_replyAll", "all"],
  ["gardens_signInGuest", ""],
  ["gardens_sendGiftNotification", ""],
])("the name of %s lacks %j", (operationId, want) => {
  expect(
    namesOfOperation(operationId, "POST")
      .flatMap(({ lost }) => lost)
      .join(" "),
  ).toBe(want);
});
