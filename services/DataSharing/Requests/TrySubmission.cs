using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Submitting without sending: would it pass, by which terms, in how many parts, by when, and what would bind the answer.</summary>
internal static class TrySubmission
{
    public static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/submission/dry-run", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.Approver, Roles.Counsel)
            .WithSummary(
                "Tries a submission: each part with its basis, deadlines, conditions and what is missing. Sends nothing."
            )
            .Produces<TriedSubmission>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        RequestDesk desk,
        SubmissionPlanner planner,
        LawBookCache law,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } draft)
        {
            return Problems.NotFound();
        }

        if (draft.Side != Side.Asker)
        {
            return Problems.From(Refusals.NotTheAsker);
        }

        var now = desk.NewTurn().Now;
        var (plan, calendars) = await planner.PlanAsync(desk.Session, draft, now, cancellation);
        var book = await law.BookAsync(calendars.DayOf(draft.Other, now), cancellation);
        var language = LanguageOf.Answer(http);
        return Results.Ok(
            new TriedSubmission(
                plan.Stop is null,
                plan.IsSplit,
                [
                    $"{draft.Other}: groups {string.Join(", ", desk.Settings.IntakeGroupsFor(draft.Content))} unless it chose others",
                    $"{draft.Authority}: groups {string.Join(", ", draft.Groups)}",
                ],
                [.. plan.Parts.Select(p => PartOf(p, book, language))]
            )
        );
    }

    private static TriedPart PartOf(PlannedPart part, LawBook book, Language language) =>
        new(
            part.Stop is null,
            LetterPassage.StopReason(part.Decision),
            part.Decision.Outcome.Code(),
            part.Decision.Basis,
            [.. part.Matters],
            [.. part.Decision.Citations.Select(c => c.Text)],
            [.. part.Decision.Duties],
            [.. LetterPassage.OwedFacts(part.Decision)],
            part.FormProblems,
            part.Dates.Acknowledge.At,
            part.Dates.Due.At,
            book.Instrument(part.Decision.Basis) is { } basis ? [.. Obligations.Of(basis)] : [],
            [.. Explain.InFull(part.Decision, language)]
        );
}

/// <summary>What would become of a submission.</summary>
public sealed record TriedSubmission(
    bool Allowed,
    bool Split,
    IReadOnlyList<string> SeenBy,
    IReadOnlyList<TriedPart> Parts
);

/// <summary>What would become of the part that rests on one legal basis.</summary>
public sealed record TriedPart(
    bool Allowed,
    string? StopReason,
    string Outcome,
    string Instrument,
    IReadOnlyList<Matter> Matters,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Supply,
    IReadOnlyList<FormProblem> Form,
    DateTimeOffset AcknowledgeBy,
    DateTimeOffset AnswerBy,
    IReadOnlyList<Obligation> Obligations,
    IReadOnlyList<string> Explanation
);
