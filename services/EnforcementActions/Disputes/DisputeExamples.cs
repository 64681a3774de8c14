using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>What bodies on disputes look like in the API's description.</summary>
internal static class DisputeExamples
{
    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(new RaiseDispute.Body("measure", "The freeze reaches accounts that have no part in it.", "m1")),
        Example.Of(
            new RecordDisputeResult.Body("opinion", "The freeze may stand for half of the accounts.", "JC 4/26")
        ),
        Example.Of(new FollowResult.Body(true)),
    ];
}
