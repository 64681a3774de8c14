namespace CaseCoordination.DataSharing.Holdings.Domain;

/// <summary>The clocks of a holding: how long it may be kept, and by when it has to be deleted after that.</summary>
public static class HoldingClocks
{
    public const string Retention = "retention";
    public const string Deletion = "deletion";

    public static IEnumerable<Clock> Of(Holding file)
    {
        if (file is { Stage: HoldingStage.Held, Keep: { } keep })
        {
            yield return Clock(file, Retention, file.OpenedAt, keep);
        }

        if (file is { Stage: HoldingStage.Recalled or HoldingStage.Expired, Delete: { } delete })
        {
            yield return Clock(file, Deletion, file.Recall?.At ?? file.RetentionEndedAt!.Value, delete);
        }
    }

    private static Clock Clock(Holding file, string key, DateTimeOffset since, Limit limit) =>
        new(key, file.Authority, key, since, limit.WarnAt, limit.At)
        {
            HasWarned = file.Warned.Contains(key),
            HasFailed = file.Failed.Contains(key),
        };
}
