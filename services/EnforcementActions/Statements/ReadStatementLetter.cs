using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Statements.Domain;
using CaseCoordination.EnforcementActions.Statements.Letters;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>What letters on the joint statement do; numbers say which of two is the later one.</summary>
internal static class ReadStatementLetter
{
    public static bool Reads(string kind) =>
        kind is ActionLetterKinds.StatementAgreement or ActionLetterKinds.StatementOrder;

    public static Decision<ActionEvent> Decide(CoordinatedAction current, ReceivedLetter letter, Turn turn)
    {
        var isFromLead = letter.Sender == current.Lead && !current.IsLead;
        var isToLead = current.IsLead && current.Stands.ContainsKey(letter.Sender);
        return letter.Kind switch
        {
            ActionLetterKinds.StatementOrder when isFromLead => TakeOrder(current, letter, turn),
            ActionLetterKinds.StatementAgreement when isToLead => TakeAgreement(current, letter, turn),
            _ => ReadActionLetter.SetAside(current, letter, turn, "sender-not-the-other-side"),
        };
    }

    private static Decision<ActionEvent> TakeAgreement(CoordinatedAction current, ReceivedLetter letter, Turn turn) =>
        LetterJson.Read<StatementAgreementLetter>(letter.Content) is not { } told
            ? ReadActionLetter.SetAside(current, letter, turn, "content-unreadable")
        : told.Number <= (current.Statement.Agreements.GetValueOrDefault(letter.Sender)?.Number ?? 0)
            ? ReadActionLetter.SetAside(current, letter, turn, "overtaken")
        : ReadActionLetter.Take(
            current,
            letter,
            turn,
            new StatementAgreementTold(letter.Sender, StatementTold.Of(told), letter.LetterId, turn.Now)
        );

    private static Decision<ActionEvent> TakeOrder(CoordinatedAction current, ReceivedLetter letter, Turn turn) =>
        LetterJson.Read<StatementOrderLetter>(letter.Content) is not { } told
            ? ReadActionLetter.SetAside(current, letter, turn, "content-unreadable")
        : told.Number <= (current.Statement.Order?.Number ?? 0)
            ? ReadActionLetter.SetAside(current, letter, turn, "overtaken")
        : ReadActionLetter.Take(
            current,
            letter,
            turn,
            new StatementOrderReceived(StatementTold.Of(told), letter.LetterId, turn.Now)
        );
}
