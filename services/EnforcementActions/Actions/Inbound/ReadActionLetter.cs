using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Disputes;
using CaseCoordination.EnforcementActions.Measures.Inbound;
using CaseCoordination.EnforcementActions.Measures.Letters;
using CaseCoordination.EnforcementActions.Statements;

namespace CaseCoordination.EnforcementActions.Actions.Inbound;

/// <summary>What a letter's reading needs from outside the file.</summary>
/// <param name="Reference">This authority's own reference, for a file that begins with the letter.</param>
/// <param name="Groups">Who may see a file that begins with it.</param>
public sealed record ActionIntake(DateTimeOffset Now, string Reference, string[] Groups, string[] Members)
{
    /// <summary>How far off another authority's clock may be before its letters are said to show it.</summary>
    public TimeSpan BadClock { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// What becomes of a letter: it has its effect, it is set aside with a reason that the file shows, or it came before its cause
/// and waits (a refusal here).
/// </summary>
public static class ReadActionLetter
{
    public const string By = "enforcement-actions";

    public static Decision<ActionEvent> Decide(CoordinatedAction current, ReceivedLetter letter, ActionIntake intake)
    {
        if (current.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        var turn = new Turn(By, letter.LetterId, intake.Now);
        if (letter.Kind == ActionLetterKinds.Proposal)
        {
            return Read<ProposalLetter>(told => Propose(current, letter, told, intake));
        }

        if (current.Stage == ActionStage.Unknown)
        {
            return NotYet("action-not-yet-here");
        }

        var isFromLead = letter.Sender == current.Lead && !current.IsLead;
        var isToLead = current.IsLead && current.Stands.ContainsKey(letter.Sender);
        return letter.Kind switch
        {
            ActionLetterKinds.Order when isFromLead => Read<OrderLetter>(told => Take(current, letter, told, turn)),
            ActionLetterKinds.Board when isFromLead => Read<BoardLetter>(told => Take(current, letter, told, turn)),
            ActionLetterKinds.Readiness when isToLead => Read<ReadinessLetter>(told =>
                Take(current, letter, told, Clocks(told.At), turn)
            ),
            ActionLetterKinds.OrderReceipt when isToLead => Read<OrderReceiptLetter>(told =>
                Take(current, letter, told, Clocks(told.At, told.Number), turn)
            ),
            ActionLetterKinds.Release when isToLead => Read<ReleaseLetter>(told =>
                Take(current, letter, told, Clocks(told.Release?.At), turn)
            ),
            ActionLetterKinds.Outcome when isToLead => Read<OutcomeLetter>(told =>
                ReadOutcomeLetter.Decide(current, letter, told, turn)
            ),
            ActionLetterKinds.Order
            or ActionLetterKinds.Outcome
            or ActionLetterKinds.Board
            or ActionLetterKinds.Readiness
            or ActionLetterKinds.OrderReceipt
            or ActionLetterKinds.Release => SetAside(current, letter, turn, "sender-not-the-other-side"),
            var kind when ReadStatementLetter.Reads(kind) => ReadStatementLetter.Decide(current, letter, turn),
            var kind when ReadDisputeLetter.Reads(kind) => ReadDisputeLetter.Decide(current, letter, turn),
            var kind when ReadDeconflictionLetter.Reads(kind) => ReadDeconflictionLetter.Decide(current, letter, turn),
            _ => SetAside(current, letter, turn, "kind-unknown"),
        };

        IEnumerable<ActionEvent> Clocks(DateTimeOffset? stated, int? order = null) =>
            ClockByLetters.Of(current, letter, stated, order, intake.BadClock, turn);

        Decision<ActionEvent> Read<T>(Func<T, Decision<ActionEvent>> decide)
            where T : LetterContent =>
            LetterJson.Read<T>(letter.Content) is { } content ? decide(content)
            : current.Stage == ActionStage.Unknown ? NotYet("content-unreadable")
            : SetAside(current, letter, turn, "content-unreadable");
    }

    public static Decision<ActionEvent> SetAside(
        CoordinatedAction current,
        ReceivedLetter letter,
        Turn turn,
        string reason
    ) => Taken(letter, [.. current.Groups], turn, reason);

    /// <summary>A letter with its effects; the first of the events says that it was taken.</summary>
    public static Decision<ActionEvent> Take(
        CoordinatedAction current,
        ReceivedLetter letter,
        Turn turn,
        params IEnumerable<ActionEvent> effects
    ) => effects.Prepend(Taken(letter, [.. current.Groups], turn, null)).ToArray();

    public static Decision<ActionEvent> NotYet(string reason) =>
        new Refusal(reason, "The letter came before its cause.");

    private static Decision<ActionEvent> Propose(
        CoordinatedAction current,
        ReceivedLetter letter,
        ProposalLetter told,
        ActionIntake intake
    )
    {
        var turn = new Turn(By, letter.LetterId, intake.Now);
        var plan = Told.PlanOf(told);
        if (!plan.Schedule.IsInOrder())
        {
            return current.Stage == ActionStage.Unknown
                ? NotYet("content-unreadable")
                : SetAside(current, letter, turn, "content-unreadable");
        }

        if (current.Stage == ActionStage.Unknown)
        {
            var received = new ProposalReceived(
                letter.Conversation,
                letter.Recipient,
                intake.Reference,
                letter.Sender,
                told.Reference,
                told.CaseId,
                plan,
                letter.Basis,
                intake.Groups,
                intake.Members,
                letter.LetterId,
                letter.SubmittedAt
            );
            return new ActionEvent[] { Taken(letter, intake.Groups, turn, null), received };
        }

        return current.IsLead || current.Lead != letter.Sender
                ? SetAside(current, letter, turn, "sender-not-the-other-side")
            : plan.Version <= current.Plan.Version ? SetAside(current, letter, turn, "overtaken")
            : Take(
                current,
                letter,
                turn,
                new RevisionReceived(plan, letter.Basis, letter.LetterId, letter.SubmittedAt)
            );
    }

    // An order that arms a plan that is not here yet waits for it: whether it is held turns on that plan. One that stops needs
    // no plan: a later version is proposed only when nothing is held under the earlier one.
    private static Decision<ActionEvent> Take(
        CoordinatedAction current,
        ReceivedLetter letter,
        OrderLetter told,
        Turn turn
    )
    {
        if (Words.Read<Standing>(told.Standing) is not { } standing || standing == Standing.None)
        {
            return SetAside(current, letter, turn, "content-unreadable");
        }

        if (told.Number <= (current.Order?.Number ?? 0))
        {
            return SetAside(current, letter, turn, "overtaken");
        }

        if (standing == Standing.Armed && told.PlanVersion > current.Plan.Version)
        {
            return NotYet("plan-not-yet-here");
        }

        var order = new Order(told.Number, standing, told.PlanVersion, told.Reason, told.At);
        var taken = new OrderTaken(order, Orders.EffectOf(current, order, turn.Now), turn.Now);
        return Take(
            current,
            letter,
            turn,
            taken,
            Outbound.Reply(
                current.Evolve(taken),
                current.Lead,
                ActionLetterKinds.OrderReceipt,
                new OrderReceiptLetter
                {
                    Number = order.Number,
                    Standing = Kebab.Of(order.Standing),
                    Effect = Kebab.Of(taken.Effect),
                    At = turn.Now,
                },
                turn
            )
        );
    }

    private static Decision<ActionEvent> Take(
        CoordinatedAction current,
        ReceivedLetter letter,
        BoardLetter told,
        Turn turn
    )
    {
        var stands = told.Stands.Select(Told.StandOf).ToList();
        return stands.Contains(null) ? SetAside(current, letter, turn, "content-unreadable")
            : told.Number <= current.BoardNumber ? SetAside(current, letter, turn, "overtaken")
            : Take(
                current,
                letter,
                turn,
                new BoardReceived(told.Number, [.. stands.OfType<Stand>()], letter.LetterId, turn.Now)
            );
    }

    private static Decision<ActionEvent> Take(
        CoordinatedAction current,
        ReceivedLetter letter,
        ReadinessLetter told,
        IEnumerable<ActionEvent> clocks,
        Turn turn
    )
    {
        var stand = current.Stands[letter.Sender];
        return Told.VoteOf(told) is not { } vote ? SetAside(current, letter, turn, "content-unreadable")
            : vote.Number <= (stand.Vote?.Number ?? 0) ? SetAside(current, letter, turn, "overtaken")
            : Take(
                current,
                letter,
                turn,
                Orders.React(
                    current,
                    [new ReadinessTold(letter.Sender, vote, letter.LetterId, turn.Now), .. clocks],
                    turn
                )
            );
    }

    private static Decision<ActionEvent> Take(
        CoordinatedAction current,
        ReceivedLetter letter,
        OrderReceiptLetter told,
        IEnumerable<ActionEvent> clocks,
        Turn turn
    )
    {
        var receipt = Told.ReceiptOf(told.Number, told.Standing, told.Effect, told.At);
        var open = current.Stands[letter.Sender].Receipt;
        return receipt is null || receipt.Effect == OrderEffect.Unconfirmed
                ? SetAside(current, letter, turn, "content-unreadable")
            : receipt.Number > (open?.Number ?? 0) ? SetAside(current, letter, turn, "order-unknown")
            : receipt.Number < open!.Number || open.Effect != OrderEffect.Unconfirmed
                ? SetAside(current, letter, turn, "overtaken")
            : receipt.Standing != open.Standing ? SetAside(current, letter, turn, "content-unreadable")
            : Take(
                current,
                letter,
                turn,
                Orders.React(
                    current,
                    [new OrderAnswered(letter.Sender, receipt, letter.LetterId, turn.Now), .. clocks],
                    turn
                )
            );
    }

    private static Decision<ActionEvent> Take(
        CoordinatedAction current,
        ReceivedLetter letter,
        ReleaseLetter told,
        IEnumerable<ActionEvent> clocks,
        Turn turn
    )
    {
        var before = current.Stands[letter.Sender];
        return told.Release is null && told.Unreleased is not (Unreleased.Missed or Unreleased.Withheld)
                ? SetAside(current, letter, turn, "content-unreadable")
            : before.Release is not null ? SetAside(current, letter, turn, "overtaken")
            : Take(
                current,
                letter,
                turn,
                Orders.React(
                    current,
                    [
                        new ReleaseTold(
                            letter.Sender,
                            Told.Of(told.Release),
                            told.Unreleased,
                            letter.LetterId,
                            turn.Now
                        ),
                        .. clocks,
                    ],
                    turn
                )
            );
    }

    private static ActionLetterTaken Taken(ReceivedLetter letter, string[] groups, Turn turn, string? setAside) =>
        new(letter.LetterId, letter.Sender, letter.Kind, groups, setAside, turn.Now);
}
