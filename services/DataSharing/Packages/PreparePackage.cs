using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Begins a package for one recipient, in answer to a request or unasked; several recipients get one each.</summary>
public sealed record PreparePackage(
    Guid PackageId,
    Guid SetId,
    string Authority,
    string Reference,
    string To,
    Guid? Request,
    Occasion? Occasion,
    string Title,
    Conditions Conditions,
    string? PersonalDataReason,
    string[] Groups,
    string[] Members,
    IReadOnlyList<Item> Items
)
{
    public const string References = "packages";
    private const int AtOnce = 50;

    public static Decision<PackageEvent> Decide(Package current, PreparePackage command, Turn turn) =>
        current.Stage != PackageStage.Unknown ? new NoChange()
        : command.To == command.Authority ? GivingToOneself
        : (
            (PackageEvent[])
                [
                    new PackagePrepared(
                        command.PackageId,
                        command.SetId,
                        command.Authority,
                        command.Reference,
                        command.To,
                        command.Request,
                        command.Occasion,
                        command.Title,
                        command.Conditions,
                        command.PersonalDataReason,
                        command.Groups,
                        command.Members,
                        turn.By,
                        turn.Now
                    ),
                    .. command.Items.SelectMany((item, i) => Copy(item, i + 1, turn)),
                ]
        );

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPost("", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward, Roles.System)
            .WithSummary("Begins a package, in answer to a `request` or for `recipients` who did not ask.")
            .WithDescription(
                "A package goes to one recipient: several recipients get one each, tied by `set`; the answer names the first. "
                    + "`itemsOf` copies the original items of another package of one's own, so that they are uploaded once. A "
                    + "package that nobody requested says in `occasion` under what the law is asked. Without "
                    + "`personalDataReason` personal data is left out. It is visible to whoever may see the request, or to "
                    + "`groups` and `members`."
            )
            .Creates("/api/packages");

    private static Refusal GivingToOneself { get; } = new("giving-to-oneself", "Name another authority.", "recipients");

    private static PackageEvent[] Copy(Item item, int number, Turn turn) =>
        [
            new ItemAdded(
                number,
                item.Name,
                item.MediaType,
                item.Size,
                item.Sha256,
                item.Category,
                item.Tlp,
                item.Handling,
                item.PersonalData,
                item.PersonalFields,
                item.Originator,
                item.Source,
                item.Chain,
                turn.By,
                turn.Now
            ),
            new ItemStored(number, item.Size, item.Sha256!, turn.By, turn.Now),
        ];

    private static async Task<IResult> HandleAsync(
        Body body,
        PackageDesk desk,
        [FromKeyedServices(References)] References references,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (groups, members) = Visibility.Restrict(desk.Caller, body.Groups, body.Members);
        var shape = Check(body)
            .Must(
                body.Request is not null || Visibility.Of(desk.Caller, groups, members) == Sight.Whole,
                "groups",
                "opener-excluded",
                "Name a group of yours, or yourself as a member."
            );
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var recipients = body.Recipients ?? [];
        if (body.Request is { } requestId)
        {
            if (await desk.FindRequestAsync(requestId, cancellation) is not { } request)
            {
                return Problems.Of(409, "request-unknown", "There is no such request.", "request");
            }

            if (request is not { Side: Side.Asked, IsUnderWay: true })
            {
                return Problems.Of(
                    409,
                    "request-not-open",
                    "A package answers a request that was received and is still open.",
                    "request"
                );
            }

            (recipients, groups, members) = ([request.Asker], [.. request.Groups], [.. request.Members]);
        }

        if (recipients.Contains(desk.Session.Authority, StringComparer.Ordinal))
        {
            return Problems.From(GivingToOneself);
        }

        var named = recipients
            .Select((to, i) => (to, $"recipients[{i}]"))
            .Concat(KnownAuthorities.Onward(body.Conditions?.Onward));
        if (await KnownAuthorities.UnknownAsync(desk.Session, named, cancellation) is { } problem)
        {
            return problem;
        }

        IReadOnlyList<Item> items = [];
        if (body.ItemsOf is { } source)
        {
            if (await desk.FindAsync(source, cancellation) is not { Side: PackageSide.Sender } original)
            {
                return Problems.Of(409, "package-unknown", "There is no such package of yours.", "itemsOf");
            }

            if (original.Items.Any(i => i.Holding is not null))
            {
                return Problems.Of(
                    409,
                    "held-items-not-copied",
                    "It passes on what others gave: each recipient of that is judged by itself.",
                    "itemsOf"
                );
            }

            items = [.. original.Items.Where(i => i.IsStored)];
        }

        return await PrepareAllAsync(body, recipients, groups, members, items, desk, references, http, cancellation);
    }

    private static Shape Check(Body body)
    {
        var shape = new Shape()
            .Text("title", body.Title, 300)
            .Optional("personalDataReason", body.PersonalDataReason, 1000)
            .Conditions(body.Conditions)
            .Words("groups", body.Groups, 20)
            .Words("members", body.Members, 100);
        if (body.Request is not null)
        {
            return shape
                .Must(body.Recipients is null, "recipients", "not-with-request", "The request says who receives it.")
                .Must(body.Occasion is null, "occasion", "not-with-request", "The request says what it is about.");
        }

        shape
            .Count("recipients", body.Recipients, 1, AtOnce)
            .Words("recipients", body.Recipients, AtOnce, 50)
            .Must(
                (body.Recipients ?? []).Distinct(StringComparer.Ordinal).Count() == (body.Recipients ?? []).Length,
                "recipients",
                "named-twice",
                "Name each authority once."
            );
        return body.Occasion is null
            ? shape.Wrong("occasion", "required", "Say what it is about, or which request it answers.")
            : shape.Occasion(body.Occasion);
    }

    // Ids follow from the Idempotency-Key, which is stored with the last file: a repeat after a failure completes the rest.
    private static async Task<IResult> PrepareAllAsync(
        Body body,
        string[] recipients,
        string[] groups,
        string[] members,
        IReadOnlyList<Item> items,
        PackageDesk desk,
        References references,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var turn = desk.NewTurn();
        var set = DeterministicId.Of(
            "package",
            desk.Session.Authority,
            desk.Caller.Subject,
            http.Request.Headers["Idempotency-Key"].ToString()
        );
        var key = desk.Session.Idempotency;
        Outcome<Package>? first = null;
        for (var i = recipients.Length - 1; i >= 0; i--)
        {
            var command = new PreparePackage(
                i == 0 ? set : LetterIds.Of(set, recipients[i], "package"),
                set,
                desk.Session.Authority,
                await references.NextAsync(desk.Session.Authority, turn.Now, cancellation),
                recipients[i],
                body.Request,
                body.Occasion?.ToOccasion(),
                body.Title!,
                (body.Conditions ?? new ConditionsInput()).ToConditions(),
                body.PersonalDataReason,
                groups,
                members,
                items
            );
            desk.Session.Idempotency = i == 0 ? key : null;
            first = await desk.Session.DecideAsync<Package, PackageEvent>(
                command.PackageId,
                current => Decide(current, command, turn),
                cancellation
            );
        }

        return first!.ToResult();
    }

    public sealed record Body(
        string? Title,
        Guid? Request = null,
        string[]? Recipients = null,
        OccasionInput? Occasion = null,
        ConditionsInput? Conditions = null,
        string? PersonalDataReason = null,
        Guid? ItemsOf = null,
        string[]? Groups = null,
        string[]? Members = null
    );
}
