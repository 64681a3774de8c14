using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Proposing without sending: who could be asked, by which terms, what each would see, and what the law says of its measures.</summary>
internal static class TryProposal
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/proposal/dry-run", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel, Roles.System)
            .WithSummary(
                "Tells for every participant whether the proposal may reach it, and on what it rests. Sends nothing."
            )
            .Produces<IReadOnlyList<TriedProposal>>()
            .ProducesProblem(404);

    /// <summary>What would become of the proposal, for each participant but the lead.</summary>
    public static IReadOnlyList<TriedProposal> Of(
        LawBook book,
        CoordinatedAction file,
        IReadOnlyList<string> groups,
        DateOnly today,
        Language language
    ) =>
        [
            .. file
                .Plan.Participants.Where(p => p.Authority != file.Authority)
                .Select(p => Of(book, file, p.Authority, groups, today, language)),
        ];

    private static TriedProposal Of(
        LawBook book,
        CoordinatedAction file,
        string participant,
        IReadOnlyList<string> groups,
        DateOnly today,
        Language language
    )
    {
        var decision = Law.Judge(book, ActionLaw.Question(file.Plan, file.Authority, participant, today));
        var stop = LetterPassage.StopReason(decision);
        return new TriedProposal(
            participant,
            stop is null,
            stop,
            decision.Outcome.Code(),
            decision.Basis,
            [.. decision.Citations.Select(c => c.Text)],
            [.. LetterPassage.OwedFacts(decision)],
            $"The whole plan, by the groups {string.Join(", ", groups)} unless it chose others.",
            [.. file.Plan.MeasuresOf(participant).Select(m => MeasureOf(book, file.Plan, m, today))],
            [.. Explain.InFull(decision, language)]
        );
    }

    private static TriedMeasure MeasureOf(LawBook book, Plan plan, PlannedMeasure measure, DateOnly today) =>
        ActionLaw.OfMeasure(book, plan, measure, today) is { } decision
            ? new TriedMeasure(
                measure.Id,
                MeasureKinds.InLaw(measure.Kind),
                decision.Permits,
                [.. decision.Citations.Select(c => c.Text)],
                [.. decision.Duties]
            )
            : new TriedMeasure(measure.Id, MeasureKinds.InLaw(measure.Kind), null, [], []);

    private static async Task<IResult> HandleAsync(
        Guid id,
        ActionDesk desk,
        PlanReader plans,
        ActionSettings settings,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        if (!file.IsLead)
        {
            return Problems.From(Refusals.NotTheLead);
        }

        var (book, today) = await plans.BookAsync(desk, cancellation);
        var groups = IntakeGroups.For(file.Plan.Matter.Over, settings.IntakeGroups, settings.OtherIntakeGroups);
        return Results.Ok(Of(book, file, groups, today, LanguageOf.Answer(http)));
    }
}

/// <summary>What would become of the proposal to one participant.</summary>
/// <param name="StopReason">What would stop it at the border; absent when it may go.</param>
/// <param name="Supply">Content fields or facts to supply before it may go.</param>
/// <param name="Sees">What the participant would see of the action, and who there.</param>
public sealed record TriedProposal(
    string Authority,
    bool Allowed,
    string? StopReason,
    string Outcome,
    string Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Supply,
    string Sees,
    IReadOnlyList<TriedMeasure> Measures,
    IReadOnlyList<string> Explanation
);

/// <summary>What the instrument of the plan says of one measure.</summary>
/// <param name="InLaw">The measure in the words of the treaty vocabulary.</param>
/// <param name="Held">Whether the instrument gives this power; absent where it has no rules on acting together.</param>
public sealed record TriedMeasure(
    string Measure,
    string InLaw,
    bool? Held,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Duties
);
