using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Changes what goes with the items of a package; what was approved before is not this any more.</summary>
public sealed record RevisePackage(string Title, Conditions Conditions, string? PersonalDataReason)
{
    public static Decision<PackageEvent> Decide(Package current, RevisePackage command, Turn turn) =>
        ReleaseRules.OfPreparation(current) is { } refusal ? refusal
        : current.Title == command.Title
        && current.PersonalDataReason == command.PersonalDataReason
        && current.Conditions.IsSame(command.Conditions)
            ? new NoChange()
        : !current.Conditions.IsSame(command.Conditions) && current.Items.Any(i => i.Holding is not null)
            ? new Refusal(
                "conditions-bound",
                "It passes on what others gave under these conditions; remove those items first.",
                "conditions"
            )
        : new PackageRevised(command.Title, command.Conditions, command.PersonalDataReason, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPut("/{id:guid}", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward)
            .WithMetadata(new Preconditions.Required())
            .WithSummary(
                "Replaces title, conditions and reason for personal data; If-Match takes the ETag of what was read."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, PackageDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape()
            .Text("title", body.Title, 300)
            .Optional("personalDataReason", body.PersonalDataReason, 1000)
            .Conditions(body.Conditions);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var conditions = (body.Conditions ?? new ConditionsInput()).ToConditions();
        return
            await KnownAuthorities.UnknownAsync(
                desk.Session,
                KnownAuthorities.Onward(body.Conditions?.Onward),
                cancellation
            )
                is { } problem
            ? problem
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body.Title!, conditions, body.PersonalDataReason), turn),
                cancellation
            );
    }

    public sealed record Body(string? Title, ConditionsInput? Conditions = null, string? PersonalDataReason = null);
}
