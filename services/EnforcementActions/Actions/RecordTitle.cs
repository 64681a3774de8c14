using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Connections;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Records the legal title on which one of this authority's measures is taken: number, court or body, day.</summary>
public sealed record RecordTitle(Title Title)
{
    private const int LongestDays = 3_650;

    public static Decision<ActionEvent> Decide(CoordinatedAction current, RecordTitle command, Turn turn) =>
        Refusals.VotesClosed(current, turn) is { } closed ? closed
        : current.Plan.MeasuresOf(current.Authority).All(m => m.Id != command.Title.Measure)
            ? new Refusal("measure-unknown", "The plan has no such measure for this authority.", "measure")
        : current.Titles.GetValueOrDefault(command.Title.Measure) == command.Title ? new NoChange()
        : current.OwnReadiness == Readiness.Ready
            ? new Refusal("ready-already", "The authority has declared itself ready; hold first to change a title.")
        : new TitleRecorded(command.Title, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/titles", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary(
                "Records the legal title of one of the authority's own measures; before it is ready, each needs one."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        ActionDesk desk,
        Connectors connectors,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Text("measure", body.Measure, 20)
            .Text("number", body.Number, 100)
            .Text("issuedBy", body.IssuedBy, 200)
            .Date("issuedOn", body.IssuedOn)
            .Must(
                body.MaximumDays is null or (>= 1 and <= LongestDays),
                "maximumDays",
                "out-of-range",
                $"From 1 to {LongestDays} days."
            )
            .Optional("connector", body.Connector, 100)
            .Must(
                body.Connector is null || connectors.Knows(desk.Session.Authority, body.Connector),
                "connector",
                "connector-unknown",
                "The authority has no connection of this name."
            );
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var title = new Title(
            body.Measure!,
            body.Number!,
            body.IssuedBy!,
            body.IssuedOn!,
            body.MaximumDays,
            body.Connector
        );
        return await desk.DecideAsync(id, (current, turn) => Decide(current, new(title), turn), cancellation);
    }

    /// <param name="Measure">Name of the measure within the plan.</param>
    /// <param name="Number">Number of the order or decision.</param>
    /// <param name="IssuedBy">Court or body.</param>
    /// <param name="IssuedOn">ISO day.</param>
    /// <param name="MaximumDays">After so many days the measure ends by itself; absent when it does not.</param>
    /// <param name="Connector">The connection that carries the measure out; absent when a person does.</param>
    public sealed record Body(
        string? Measure,
        string? Number,
        string? IssuedBy,
        string? IssuedOn,
        int? MaximumDays = null,
        string? Connector = null
    );
}
