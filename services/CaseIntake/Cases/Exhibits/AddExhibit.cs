using System.Net.Http.Headers;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases.Exhibits;

/// <summary>Registers an exhibit with its hash and marking; the content follows and must match.</summary>
public sealed record AddExhibit(
    Guid ExhibitId,
    string Title,
    string FileName,
    string MediaType,
    long Size,
    string Sha256,
    string Tlp,
    string Handling,
    string Provenance
)
{
    private const int Most = 2000;

    public static Decision<CaseEvent> Decide(Case current, AddExhibit command, Turn turn)
    {
        if (current.Exhibits.FirstOrDefault(e => e.Id == command.ExhibitId) is { } same)
        {
            return same with { IsStored = false } == command.ToExhibit()
                ? new NoChange()
                : new Refusal("exhibit-id-taken", "Another exhibit of this case has this id.", "id");
        }

        return !current.IsEditable ? Refusals.Closed
            : current.Exhibits.Length == Most ? new Refusal("too-many-exhibits", $"A case has at most {Most} exhibits.")
            : new ExhibitAdded(
                command.ExhibitId,
                command.Title,
                command.FileName,
                command.MediaType,
                command.Size,
                command.Sha256,
                command.Tlp,
                command.Handling,
                command.Provenance,
                turn.By,
                turn.Now
            );
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/exhibits", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Registers an exhibit; then PUT its content to `exhibits/{exhibitId}/content`.")
            .WithDescription(
                "`sha256` is the hash of the content in lower-case hexadecimal. `tlp` is a label of TLP 2.0, `handling` H0 to H3."
            )
            .Produces<CommandResult>();

    private Exhibit ToExhibit() =>
        new(ExhibitId, Title, FileName, MediaType, Size, Sha256, Tlp, Handling, Provenance, IsStored: false);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        CaseDesk desk,
        ExhibitSettings settings,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Text("title", body.Title, 300)
            .Text("fileName", body.FileName, 255)
            .Text("mediaType", body.MediaType, 200)
            .Must(
                MediaTypeHeaderValue.TryParse(body.MediaType, out _),
                "mediaType",
                "not-a-media-type",
                "A media type such as application/pdf."
            )
            .Must(
                body.Size is >= 0 && body.Size <= settings.MaxBytes,
                "size",
                "out-of-range",
                $"From 0 to {settings.MaxBytes} bytes."
            )
            .Must(
                body.Sha256 is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower),
                "sha256",
                "not-a-hash",
                "64 lower-case hexadecimal digits."
            )
            .OneOf("tlp", body.Tlp ?? "TLP:AMBER", Shapes.Tlp)
            .OneOf("handling", body.Handling ?? "H0", [.. Vocabulary.Markings])
            .Text("provenance", body.Provenance, 1000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var command = new AddExhibit(
            PartIds.Of(http, id, body.Id),
            body.Title!,
            body.FileName!,
            body.MediaType!,
            body.Size!.Value,
            body.Sha256!,
            body.Tlp ?? "TLP:AMBER",
            body.Handling ?? "H0",
            body.Provenance!
        );
        return await desk.DecideAsync(id, (current, turn) => Decide(current, command, turn), cancellation);
    }

    public sealed record Body(
        string? Title,
        string? FileName,
        string? MediaType,
        long? Size,
        string? Sha256,
        string? Provenance,
        string? Tlp = null,
        string? Handling = null,
        Guid? Id = null
    );
}
