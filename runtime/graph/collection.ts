import type { Parsable, ParsableFactory, ParseNode, RequestAdapter } from "@microsoft/kiota-abstractions";
import { checkGraphUrl } from "./clouds.js";
import { GraphError } from "./graph-error.js";

/** A page of a list, with Kiota's names of what stands beside the items. */
export interface CollectionResponse<Item> extends Parsable {
  value?: Item[] | null | undefined;
  /** the URL of the next page; absent on the last */
  odataNextLink?: string | null | undefined;
  /** where a later call learns what has changed since, on the last page of a delta query */
  odataDeltaLink?: string | null | undefined;
  /** the number of items on all pages, when asked for */
  odataCount?: number | null | undefined;
}

/** Makes Kiota's reader of a page of a reader of its items. */
export function collectionOf<Item>(
  readItems: (node: ParseNode) => Item[] | undefined,
): ParsableFactory<CollectionResponse<Item>> {
  return () =>
    (model: Partial<CollectionResponse<Item>> = {}) => ({
      value: (node) => {
        model.value = readItems(node);
      },
      "@odata.nextLink": (node) => {
        model.odataNextLink = node.getStringValue();
      },
      "@odata.deltaLink": (node) => {
        model.odataDeltaLink = node.getStringValue();
      },
      "@odata.count": (node) => {
        model.odataCount = node.getNumberValue();
      },
    });
}

/** A request builder of a list. */
interface ListRequestBuilder<Builder> {
  readonly requestAdapter: RequestAdapter;
  withUrl(rawUrl: string): Builder;
}

/**
 * Reads a list page after page, as far as wanted: the first; all of them; as many as hold `top` items, the last one cut.
 * @param get asks for the page that the builder it is given stands for
 * @throws GraphError also when a link to the next page leads to another host, or round in a circle
 */
export async function* readPages<Builder extends ListRequestBuilder<Builder>, Item>(
  builder: Builder,
  { all, top = Infinity }: { all: boolean; top?: number | undefined },
  get: (page: Builder) => Promise<CollectionResponse<Item> | undefined>,
): AsyncGenerator<CollectionResponse<Item>, void, undefined> {
  const seen = new Set<string>();
  let wanted = top;
  for (let next: Builder | undefined = builder; next !== undefined;) {
    const page: CollectionResponse<Item> = (await get(next)) ?? {};
    const items = page.value ?? [];
    yield items.length > wanted ? { ...page, value: items.slice(0, wanted) } : page;
    wanted -= items.length;
    const link = page.odataNextLink;
    if (!link || wanted <= 0 || (!all && top === Infinity)) return;
    if (seen.has(link)) throw new GraphError("invalidReply", "The pages of the list lead round in a circle.");
    seen.add(link);
    next = builder.withUrl(checkGraphUrl(link, builder.requestAdapter.baseUrl).href);
  }
}

/** The items of all pages that come. */
export async function itemsOf<Item>(pages: AsyncIterable<CollectionResponse<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { value } of pages) for (const item of value ?? []) items.push(item);
  return items;
}
