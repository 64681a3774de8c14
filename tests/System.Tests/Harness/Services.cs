namespace CaseCoordination.SystemTests.Harness;

/// <summary>The services of a node, by the names that queues, databases and settings carry.</summary>
internal static class Services
{
    public const string Registry = "treaty-registry";
    public const string Intake = "case-intake";
    public const string Sharing = "data-sharing";
    public const string Actions = "enforcement-actions";
    public const string Border = "access-point";

    /// <summary>In the order in which a node starts them: who hears the registry comes before it.</summary>
    public static IReadOnlyList<string> All { get; } = [Border, Intake, Sharing, Actions, Registry];

    public static string Assembly(string service) =>
        Repository.Assembly(
            "services",
            service switch
            {
                Registry => "TreatyRegistry",
                Intake => "CaseIntake",
                Sharing => "DataSharing",
                Actions => "EnforcementActions",
                _ => "AccessPoint",
            }
        );
}
