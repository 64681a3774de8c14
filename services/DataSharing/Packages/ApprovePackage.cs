using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>A second person approves that a package may go as it is; any change afterwards takes the approval away.</summary>
public sealed record ApprovePackage(string Note)
{
    public static Decision<PackageEvent> Decide(Package current, ApprovePackage command, ReleaseLaw law, Turn turn) =>
        current is { Side: PackageSide.Sender, Approval: not null } ? new NoChange()
        : ReleaseRules.OfContents(current, law) is { } refusal ? refusal
        : current.Preparers.Contains(turn.By)
            ? Refusal.Forbidden(
                "approver-is-preparer",
                "Somebody else has to approve: you had a hand in preparing this package."
            )
        : new PackageApproved(command.Note, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPost("/{id:guid}/approval", HandleAsync)
            .RequireRoles(Roles.Approver)
            .WithMetadata(new Preconditions.Required())
            .WithSummary("Approves a package as it was read; If-Match takes its ETag.")
            .WithDescription("Refused to everybody who prepared it, and for contents that may not go.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, PackageDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Optional("note", body.Note, 2000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        var law = file.Side == PackageSide.Sender ? (await desk.AskAsync(file, cancellation)).Law : ReleaseLaw.Open;
        return await desk.DecideAsync(
            id,
            (current, turn) => Decide(current, new(body.Note ?? ""), law, turn),
            cancellation
        );
    }

    public sealed record Body(string? Note = null);
}
