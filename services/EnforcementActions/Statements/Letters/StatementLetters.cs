using CaseCoordination.EnforcementActions.Statements.Domain;

namespace CaseCoordination.EnforcementActions.Statements.Letters;

/// <summary>A participant's word on the joint statement.</summary>
public sealed record StatementAgreementLetter : LetterContent
{
    public required int Number { get; init; }
    public required string Hash { get; init; }
    public required bool Agrees { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Whether the statement goes out at its embargo, long before it.</summary>
public sealed record StatementOrderLetter : LetterContent
{
    public required int Number { get; init; }
    public required string Hash { get; init; }
    public required bool Publish { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Between what a file keeps of a statement and what letters say.</summary>
internal static class StatementTold
{
    public static StatementAgreementLetter Of(Agreement word) =>
        new()
        {
            Number = word.Number,
            Hash = word.Hash,
            Agrees = word.Agrees,
            Reason = word.Reason,
            At = word.At,
        };

    public static Agreement Of(StatementAgreementLetter told) =>
        new(told.Number, told.Hash, told.Agrees, told.Reason, told.At);

    public static StatementOrderLetter Of(StatementOrder order) =>
        new()
        {
            Number = order.Number,
            Hash = order.Hash,
            Publish = order.Publish,
            Reason = order.Reason,
            At = order.At,
        };

    public static StatementOrder Of(StatementOrderLetter told) =>
        new(told.Number, told.Hash, told.Publish, told.Reason, told.At);
}
