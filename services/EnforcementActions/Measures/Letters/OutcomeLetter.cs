using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Measures.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Letters;

/// <summary>What became of one measure of a participant, to the lead; a higher number replaces a lower one.</summary>
public sealed record OutcomeLetter : LetterContent
{
    public required int Number { get; init; }
    public required ToldResult Result { get; init; }

    public static OutcomeLetter Of(MeasureFile measure) =>
        new() { Number = measure.Revision, Result = Told.Of(measure.Result!) };
}
