using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Submits a draft: from here the clocks run. What rests on several legal bases goes as one request for each.</summary>
public sealed record SubmitRequest(bool Split)
{
    /// <summary>The file's own part; <paramref name="number"/> counts from 1.</summary>
    public static Decision<RequestEvent> Decide(
        Request current,
        SubmitRequest command,
        SubmissionPlan plan,
        int number,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (Refuse(current, command, plan) is { } stop)
        {
            return stop;
        }

        var planned = plan.Parts[number - 1];
        RequestEvent[] split = plan.IsSplit
            ?
            [
                new RequestSplit(
                    new Part(number, plan.Parts.Count, planned.Decision.Basis),
                    planned.Matters,
                    turn.By,
                    turn.Now
                ),
            ]
            : [];
        var file = Fold.Onto(current, split);
        var times = file.Letters.Count(l => l.Kind == LetterKinds.Submission) + 1;
        var letter = Outbound.Tell(file, LetterKinds.Submission, times, turn);
        return split
            .Append(
                new RequestSubmitted(
                    times,
                    planned.Dates.Due,
                    planned.Dates.Acknowledge,
                    file.Content.Oral
                        ? settings.Within(calendars, file.Authority, turn.Now, Allowance.Confirmation)
                        : null,
                    letter.LetterId,
                    turn.By,
                    turn.Now
                )
            )
            .Append(letter)
            .ToArray();
    }

    /// <summary>The file of another part: a copy of the draft with its own matters, submitted at once.</summary>
    public static Decision<RequestEvent> DecidePart(
        Request current,
        Request draft,
        Guid id,
        string reference,
        SubmitRequest command,
        SubmissionPlan plan,
        int number,
        Turn turn,
        Calendars calendars,
        RequestSettings settings
    )
    {
        if (current.Stage != RequestStage.Unknown)
        {
            return new NoChange();
        }

        var drafted = new RequestDrafted(
            id,
            draft.AskId,
            draft.Authority,
            reference,
            draft.Other,
            draft.CaseId,
            draft.Content,
            [.. draft.Groups],
            [.. draft.Members],
            turn.By,
            turn.Now
        );
        return Decide(Fold.Onto(current, [drafted]), command, plan, number, turn, calendars, settings) switch
        {
            Events<RequestEvent> { Happened: var happened } => happened.Prepend(drafted).ToArray(),
            var refused => refused,
        };
    }

    private static Decision<RequestEvent>? Refuse(Request current, SubmitRequest command, SubmissionPlan plan)
    {
        if (current.Side == Side.Asker && current.IsUnderWay)
        {
            return new NoChange();
        }

        var refusal =
            current.Side != Side.Asker ? Refusals.NotTheAsker
            : !current.IsDraft ? Refusals.Ended(current)
            : plan.Stop is { } stop ? stop
            : plan.IsSplit && !command.Split
                ? new Refusal(
                    "basis-split",
                    "Its matters rest on different instruments: "
                        + $"{string.Join(", ", plan.Parts.Select(p => p.Decision.Basis))}. Say split to send one request for each.",
                    "split"
                )
            : null;
        return refusal is null ? default(Decision<RequestEvent>) : refusal;
    }

    internal static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapPost("/{id:guid}/submission", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Submits a draft to the other authority by letter; its clocks begin to run.")
            .WithDescription(
                "Checked first against the law and the form of the instrument, then judged by the border. Matters that rest on "
                    + "different instruments are refused with `basis-split` unless `split` is true: then each basis gets a request "
                    + "of its own, with its own clock and conditions, tied by `ask`."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        RequestDesk desk,
        SubmissionPlanner planner,
        References references,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } draft)
        {
            return Problems.NotFound();
        }

        var command = new SubmitRequest(body.Split);
        var turn = desk.NewTurn();
        var (plan, calendars) = await planner.PlanAsync(desk.Session, draft, turn.Now, cancellation);
        if (draft.IsDraft && Refuse(draft, command, plan) is null)
        {
            await SubmitOthersAsync(draft, command, plan, turn, calendars, desk, references, cancellation);
        }

        return await desk.DecideAsync(
            id,
            (current, own) => Decide(current, command, plan, 1, own, calendars, desk.Settings),
            cancellation
        );
    }

    // Before the draft itself, whose commit ends the command: a repeat after a failure completes what is missing.
    private static async Task SubmitOthersAsync(
        Request draft,
        SubmitRequest command,
        SubmissionPlan plan,
        Turn turn,
        Calendars calendars,
        RequestDesk desk,
        References references,
        CancellationToken cancellation
    )
    {
        var (key, seen) = (desk.Session.Idempotency, desk.Session.SeenVersion);
        (desk.Session.Idempotency, desk.Session.SeenVersion) = (null, null);
        for (var number = 2; number <= plan.Parts.Count; number++)
        {
            var part = number;
            var id = LetterIds.Of(draft.Id, draft.Other, $"part-{part}");
            var own = turn with { Seed = LetterIds.Of(turn.Seed, draft.Other, $"part-{part}") };
            var reference = await references.NextAsync(draft.Authority, turn.Now, cancellation);
            await desk.Session.DecideAsync<Request, RequestEvent>(
                id,
                current =>
                    DecidePart(current, draft, id, reference, command, plan, part, own, calendars, desk.Settings),
                cancellation
            );
        }

        (desk.Session.Idempotency, desk.Session.SeenVersion) = (key, seen);
    }

    public sealed record Body(bool Split = false);
}
