/**
 * Words that AutoRest.PowerShell takes for verbs when it looks for the action in the name of a method. Its own list has 6,560;
 * these are those that occur in texts about services, checked one by one against it. Being an English verb is not enough:
 * `reply`, `reboot` and `unset` are none to it, `graph`, `service` and `single` are.
 */
export const englishVerbs: ReadonlySet<string> = new Set(
  `
    abort about absent absorb abstract accept access accommodate accomplish account ace achieve acknowledge acquire
    act action activate adapt add address adhere adjoin adjust adopt advance advantage advertise advise affect age
    aggregate agree alert align allocate allow alphabetize alter alternate amend amount analyze anchor and angle
    annotate announce answer appear append apply approach appropriate approve approximate arch archive arm arrange
    array article ash ask assemble assert assess assign associate assume atom attach attack attest attribute audit
    authenticate author authorize avail average avoid award ax azure back background backlog backspace backup badge
    bag bail bale ball ban band bang bank bar bare base bash bat batch be bean beautify become bed begin behave
    believe belong bench benefit best better bias bill bin bind bisect blackberry blame blank blend blink block blog
    blue blur board bob body bomb book boom boost boot bootstrap border borrow bother bottleneck bottom bounce bound
    bower box brace bracket brad branch brand break brew bridge brief bring broadcast brown browse bubble bucket
    budget buffer build bulk bump bunch bundle bus busy button buy by bypass calculate calendar call can cancel
    canvas cap capitalize caption capture card care carry cart cascade case cast cat catch categorize cause caution
    center certificate cha chain chair chalk challenge chamber champion chance change channel char character charge
    chart charter chase check checker child chomp choose chrome circle circuit claim clamp clang clarify classify
    clean clear click clip clobber clock clone close closure cloud cluster clutter co coat code coerce coexist cold
    collapse collate collect color combine come command comment commit communicate compact company compare
    comparison compile complain complement complete comply compose compound compress concatenate concern concert
    concrete condense condition conduct cone configure confirm conflict conform confuse conn connect consider
    consist consolidate construct consult consume contact contain content continue contract contrast contribute
    control convert convey cool coordinate cope copy core cork corner correct correlate correspond corrupt cost
    count counter country couple course cover crash crawl create credit crop cross cube cull culture cup cure curl
    curve custom customize cut cycle dab damage dangle dart dash date de deactivate deal debug decide decipher
    declare decline decode decompress decorate decrease deduct deep default defect defer define deflate delay
    delegate delete delimit deliver demand demonstrate demote denote deny depend deploy deprecate derive describe
    design destroy detach detail detect determine detonate develop diagnose dial dice die differ differentiate
    digest dimension dip direct dirty disable disambiguate disappear disassemble disassociate disc discard
    disconnect discourage discover discuss disk dismiss dispatch display dispose dissociate distance distinguish
    distribute disturb divide do doctor document dog dong dot double doubt down downgrade download draft drag drain
    draw drift drive drop dry dump duplex duplicate earn ebb echo eddy edge edit effect elevate eliminate embed emit
    emphasize empty emulate enable encapsulate encode encourage end enforce engage enhance enjoy enlist enrich
    enroll enter enumerate equal equip erase err escalate escape establish estimate evaluate even evidence exact
    examine exceed excel exchange exclude excuse execute exempt exercise exhibit exist exit expand expect experience
    experiment explain explode exploit explore export expose express extend extract eye face facilitate factor
    factorize fade fail fair fall fan fancy farm fashion fast fat favor fax feature fee feed feel fell fence fetch
    field figure file fill filter fin finalize finance find fine finger fingerprint finish fire fish fit fix flag
    flake flat flatten flex flight fling flip float flood flow flush focus fold follow forbid force foreground
    forget fork form formalize format forward frame frank free freeze french front fruit full function fund fuse
    gain gang gap gate gather general generate get give globe go google govern grab grade graduate graft grant graph
    green greet group grow grunt guarantee guard guess guide gulp guy gyp hack hand handle hang happen harden harm
    harmonize harness harvest hash hat hatch have head heal heap help hex hibernate hide high highlight hinge hint
    hire hit hoist hold hole home honk honor hood hook hop hope host hot house hover hue hunt hydrogen hyphenate ice
    identify idle ignore image imagine impact impersonate implement imply import impose improve include increase
    indent index indicate infer inflate inform inherit initial initialize initiate inject ink inlay input insert
    inset inspect install instantiate instruct instrument integrate intend interact intercept interest interfere
    interlock interpret interrupt introduce invalid invalidate inventory invert invite invoke involve iron is
    isolate issue iterate jam japan job join joke judge jump justify keep key kick kill knight know label labor lack
    laminate lance land landscape last laugh launch lay layer lead leaf leak leap learn lease leave lend let letter
    level license lie lift light like limit line link list listen live load lob lobby localize locate lock log look
    loop loosen lose lot love lower lunch machine mail maintain major make man manage mangle manifest manipulate map
    marcel march mark market mask mass master match matter mean measure meet meld mention mentor meow merge mesh
    message meter mew middle migrate mime mind minimize minor mirror mismatch miss mistake misuse mitigate mix mock
    model moderate modernize modify monitor monkey moon morph motley mount mouse move multiply mutate nail name
    narrow navigate need needle negate negotiate nest net network nick nickname nominate normalize note notice
    notify nudge number object obscure observe obtain occur offer offset oil one open operate opt optimize order
    organize orient orphan out output over overflow overlap overlay overload override overrun overwrite own pack pad
    page paginate paint pair pan panel paper paragraph parallel parallelize parcel park parse participate partition
    partner party pass paste patch patent pattern pause pay peak peer people perfect perform perm permit persist
    pertain phase phrase pick picture piece pin pinch ping pink pipe pivot place plan plane play please plop plot
    plug pluralize pod point poison poll pool pop populate port pose position post postpone pot power practice
    preamble precondition predicate predict prefer prefix prelude premier premise prepare present preserve press
    pressure pretend prevent preview price prime print prioritize privilege probe proceed process prod produce
    profile program progress project promise promote prompt proof propagate proportion propose protect prove provide
    provision prune publish pull pummel punch purge purify purl purple purpose push put quarantine quarter query
    question quick quit quote race radio raise ram range rank ransom rate ray re reach react reactivate read realize
    reason rebuild receipt receive recharge recognize recommend reconcile record recover recreate recur recycle red
    redeem redirect reduce refer reference refine reflect refloat refrain refresh refuse regard regenerate register
    regress reinstall reissue reject rejoin relate relax relay release reload relocate remain remainder remember
    remind remit remove rename render renegotiate renew reopen reorder reorganize repair repeat replace replay
    report represent reproduce request require rerun reschedule research reserve reset resize resolve respect
    respond rest restart restore restrain restrict result resume ret retain retire retract retrieve retry return
    reverse revert review revise revoke reward rewind rewrite rid rig right ring risk rob roll root rot rotate rough
    round route row rule run rust saddle salt sample sanitize sass satisfy save say scale scan scatter scavenge
    schedule scheme school scissor score scratch screen script scroll scrub seal search second secure see seed seek
    seem segment select self sell semi send sense sentence separate sequence serialize serve service set settle
    shadow shake shallow shape share sheet shell shift ship short shorten show shrink shrinkwrap shuffle side sign
    silence simplify simulate sin single sink sip sit size skew skip slack slash slave sleep slice slight slot slow
    smile smooth smudge snake snap snooze sock soft sole sound source space spam span spawn specify speed spell
    spend spin splice sponsor spool spread spy square squash squelch stabilize stable stack staff stage stale stall
    stamp standardize staple star start state stay steady stencil step still stitch stop store stray stream
    streamline street stress stretch stride string strip stroke strong structure stub study stuff style subject
    submit subscribe substitute subtract succeed suffice suffix sugar suggest summarize summer summit sun sup supply
    support suppose suppress surface surprise survey survive suspend swagger swallow swap sweep swipe switch sync
    synchronize synthesize table tag tail take talk tamper tan tap tape tar target task teach team tear tee tell
    tenant tend term terminate test theme thin think thread throw tick ticket tie tighten tile tilt time tin tip
    title toast toggle toll tone tool top total touch tout trace track trade trademark traffic train transcribe
    transfer transform transition translate transmit transport transpose trap travel traverse treat tree trick
    trigger trim trip triple trouble troubleshoot true truncate trust try tube tune tunnel turn tweak tweet twitter
    two type typeset uglify unbind unblock uncork undergo underline underscore understand undo uniform unify unload
    unlock unpack unpin unseal unwrap up update upgrade upload use utilize vacate validate value vary vault verify
    view visit visualize voice void volunteer vote wait wake walk wall want war warm warn waste watch water weather
    web weight welcome well wheel white will win window wipe wire wish withdraw withhold work worry wrap write wrong
    yarn yellow yield zap zero zone zoom
  `
    .trim()
    .split(/\s+/),
);
