using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>An act without acting: would it pass, by which provisions, and what would let it pass. Nothing is recorded.</summary>
internal static class PlanUse
{
    public static void Map(IEndpointRouteBuilder holdings) =>
        holdings
            .MapPost("/{id:guid}/plan-use", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel, Roles.DataSteward)
            .WithSummary("Tries a use, an export or a disclosure of the item. Records nothing.")
            .Produces<PlannedUse>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        HoldingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().OneOf("kind", body.Kind, ActKinds.All.ToArray()).Facts("facts", body.Facts);
        var act = shape.Act(body.Kind ?? "", body.Purpose, body.Recipient, body.To);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync<Holding>(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        var bench = await desk.BenchAsync(file, desk.NewTurn().Now, cancellation);
        return Results.Ok(
            PlannedUse.Of(bench.Judge(file, act, body.Facts ?? ActShapes.NoFacts), LanguageOf.Answer(http))
        );
    }

    public sealed record Body(
        string? Kind,
        string? Purpose,
        string? Recipient = null,
        string? To = null,
        IReadOnlyDictionary<string, string>? Facts = null
    );
}

/// <summary>What would become of an act.</summary>
/// <param name="Code">permitted, or the code with which it would be refused.</param>
/// <param name="Awaited">Authorities that would have to consent, or to be told.</param>
/// <param name="Facts">Facts to be stated first.</param>
/// <param name="ObjectBy">Until when a provider might object, if it were told now.</param>
/// <param name="WouldPass">One sentence that says what would pass.</param>
public sealed record PlannedUse(
    bool Permitted,
    string Code,
    string Outcome,
    string Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Duties,
    IReadOnlyList<string> Awaited,
    IReadOnlyList<string> Facts,
    DateTimeOffset? ObjectBy,
    string WouldPass,
    IReadOnlyList<string> Explanation
)
{
    internal static PlannedUse Of(Ruling ruling, Language language) =>
        new(
            ruling.Permits,
            ruling.Code,
            ruling.Outcome,
            ruling.Instrument,
            ruling.Citations,
            ruling.Duties,
            ruling.Awaited,
            ruling.Facts,
            ruling.ObjectBy,
            ruling.Explanation,
            ruling.Decision.Length == 0 ? [] : [.. Explain.InFull(DecisionJson.Read(ruling.Decision), language)]
        );
}
