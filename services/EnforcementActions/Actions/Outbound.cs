using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Writes letters of an action: a proposal asks the law, all else rests on it.</summary>
public static class Outbound
{
    public static ActionLetterWritten Proposal(CoordinatedAction file, string to, Turn turn)
    {
        var plan = file.Plan;
        return Write(
            file,
            to,
            ActionLetterKinds.Proposal,
            LetterJson.Write(plan.Names(to) ? Told.Plan(file) : Told.PlanWithout(file)),
            new ActionAsk(plan.Instrument, plan.Matter, plan.Assistance, plan.Missing),
            false,
            turn
        );
    }

    public static ActionLetterWritten Order(CoordinatedAction file, string to, Order order, Turn turn) =>
        Write(
            file,
            to,
            ActionLetterKinds.Order,
            LetterJson.Write(
                new OrderLetter
                {
                    Number = order.Number,
                    Standing = Kebab.Of(order.Standing),
                    PlanVersion = order.PlanVersion,
                    Reason = order.Reason,
                    At = order.At,
                }
            ),
            null,
            order.Standing != Standing.Armed,
            turn
        );

    /// <summary>To the lead from a participant, or from the lead to one: what rests on the proposal between them.</summary>
    public static ActionLetterWritten Reply<T>(CoordinatedAction file, string to, string kind, T content, Turn turn)
        where T : LetterContent =>
        Write(file, to, kind, LetterJson.Write(content), null, ActionLetterKinds.IsClosing(kind), turn);

    /// <summary>Where everybody stands, to everybody who has a part and was told of it; nothing when there is nobody yet.</summary>
    /// <param name="after">The file after the change.</param>
    /// <param name="turn">The act.</param>
    public static IEnumerable<ActionEvent> Board(CoordinatedAction after, Turn turn)
    {
        var told = after.Others.Where(to => after.Plan.Names(to) && after.Between.ContainsKey(to)).ToArray();
        if (told.Length == 0)
        {
            yield break;
        }

        var board = new BoardLetter
        {
            Number = after.BoardNumber + 1,
            Stands = [.. after.Stands.Values.Select(Told.Stand)],
        };
        var content = LetterJson.Write(board);
        yield return new BoardTold(board.Number, turn.Now);
        foreach (var to in told)
        {
            yield return Write(after, to, ActionLetterKinds.Board, content, null, true, turn);
        }
    }

    private static ActionLetterWritten Write(
        CoordinatedAction file,
        string to,
        string kind,
        string content,
        ActionAsk? ask,
        bool closing,
        Turn turn
    ) =>
        new(
            file.Id,
            LetterIds.Of(turn.Seed, to, kind),
            to,
            kind,
            content,
            ask,
            ask is null ? file.Between[to] : null,
            closing,
            [.. file.Groups],
            turn.By,
            turn.Now
        );
}
