using System.Net.Http.Headers;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Packages.Items;

/// <summary>What is said of an item before its content is there.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal; absent where it is not known before.</param>
/// <param name="PersonalFields">Columns or members of its records that hold personal data.</param>
/// <param name="Originator">The authority whose consent a further use needs; absent for the sender.</param>
/// <param name="Source">upload, records or holding.</param>
/// <param name="Chain">The authorities it came through before the sender.</param>
/// <param name="HoldingId">The holding that is passed on.</param>
public sealed record NewItem(
    string Name,
    string MediaType,
    long Size,
    string? Sha256,
    string Category,
    string Tlp,
    string Handling,
    bool PersonalData,
    string[] PersonalFields,
    string? Originator = null,
    string Source = NewItem.Upload,
    string[]? Chain = null,
    Guid? HoldingId = null
)
{
    public const string Upload = "upload";
    public const string Records = "records";
    public const string Holding = "holding";
}

/// <summary>Adds an item to a package; its content follows and must match.</summary>
public sealed record AddItem(NewItem Item)
{
    public const int Most = 200;

    public static Decision<PackageEvent> Decide(Package current, AddItem command, Turn turn) =>
        Refuse(current) is { } refusal ? refusal : Added(current, command.Item, turn);

    /// <summary>The same where the content is in the vault already.</summary>
    public static Decision<PackageEvent> DecideStored(Package current, AddItem command, ContentFacts content, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (Refuse(current) is { } refusal)
        {
            return refusal;
        }

        var added = Added(current, command.Item with { Size = content.Size, Sha256 = content.Sha256 }, turn);
        return new PackageEvent[]
        {
            added,
            new ItemStored(added.Number, content.Size, content.Sha256, turn.By, turn.Now),
        };
    }

    private static Refusal? Refuse(Package current) =>
        ReleaseRules.OfPreparation(current)
        ?? (
            current.Items.Length >= Most ? new Refusal("too-many-items", $"A package has at most {Most} items.") : null
        );

    private static ItemAdded Added(Package current, NewItem item, Turn turn) =>
        new(
            current.LastNumber + 1,
            item.Name,
            item.MediaType,
            item.Size,
            item.Sha256,
            item.Category,
            item.Tlp,
            item.Handling,
            item.PersonalData,
            item.PersonalFields,
            item.Originator ?? current.Authority,
            item.Source,
            item.Chain ?? [],
            turn.By,
            turn.Now,
            item.HoldingId
        );

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPost("/{id:guid}/items", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward, Roles.System)
            .WithSummary("Adds an item; then PUT its content to `items/{number}/content`.")
            .WithDescription(
                "`tlp` is a label of TLP 2.0 (CLEAR, GREEN, AMBER, AMBER+STRICT, RED), `handling` H0 to H3 or "
                    + "absent; classified "
                    + "markings are refused. `sha256`, where given, is checked. `personalFields` names columns of CSV, or "
                    + "members of JSON such as `buyer.name`, that hold personal data. Items are numbered from 1 in order; see "
                    + "the package for the number."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, PackageDesk desk, CancellationToken cancellation)
    {
        var shape = Check(body, desk.Settings.MaxItemBytes);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.ToItem()), turn), cancellation);
    }

    private static Shape Check(Body body, long mostBytes) =>
        new Shape()
            .Text("name", body.Name, 255)
            .Must(
                body.Name is null || body.Name.IndexOfAny(['/', '\\', '\n', '\r', '\t']) < 0,
                "name",
                "not-a-file-name",
                "A name without slashes and line breaks."
            )
            .Text("mediaType", body.MediaType, 200)
            .Must(
                MediaTypeHeaderValue.TryParse(body.MediaType, out _),
                "mediaType",
                "not-a-media-type",
                "A media type such as text/csv."
            )
            .Must(body.Size is >= 0 && body.Size <= mostBytes, "size", "out-of-range", $"From 0 to {mostBytes} bytes.")
            .Must(
                body.Sha256 is null || IsHash(body.Sha256),
                "sha256",
                "not-a-hash",
                "64 lower-case hexadecimal digits."
            )
            .Must(
                body.Category is { Length: > 0 and <= 50 } category
                    && char.IsAsciiLetterLower(category[0])
                    && category.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
                "category",
                Markings.IsClassified(body.Category) ? "marking-classified" : "not-a-category",
                "A word such as trades or document, in lower case."
            )
            .Marking("tlp", Markings.Spell(body.Tlp), Markings.Tlp)
            .Marking("handling", body.Handling ?? Markings.Handling[0], Markings.Handling)
            .Words("personalFields", body.PersonalFields, 200, 300)
            .Must(
                body.PersonalFields is not { Length: > 0 } || (body.MediaType is { } type && FieldFilter.Handles(type)),
                "personalFields",
                "not-filterable",
                "Fields are named in CSV, JSON and one JSON value a line; otherwise say personalData."
            );

    internal static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    public sealed record Body(
        string? Name,
        string? MediaType,
        long? Size,
        string? Category,
        string? Tlp,
        string? Handling = null,
        bool PersonalData = false,
        string? Sha256 = null,
        string[]? PersonalFields = null
    )
    {
        internal NewItem ToItem() =>
            new(
                Name!,
                MediaType!,
                Size!.Value,
                Sha256,
                Category!,
                Markings.Spell(Tlp)!,
                Handling ?? "",
                PersonalData || PersonalFields is { Length: > 0 },
                Shapes.Distinct(PersonalFields)
            );
    }
}
