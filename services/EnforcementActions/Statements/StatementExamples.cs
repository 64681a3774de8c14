using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Statements;

/// <summary>What bodies on the joint statement look like in the API's description.</summary>
internal static class StatementExamples
{
    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(new AgreeOnStatement.Body(false, "The second paragraph names a customer.")),
        Example.Of(new DecidePublication.Body(true)),
    ];
}
