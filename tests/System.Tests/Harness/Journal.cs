using System.Globalization;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>Notes with times in the output of the test under way, to be read beside the processes' logs.</summary>
internal static class Journal
{
    public static void Tell(string what) =>
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {what}")
        );
}
