using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Tests.Telling;

/// <summary>The story breaks something only where it was told how, and does not go on when that failed.</summary>
public sealed class FaultsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("deploy/fault", true)]
    public void Without_a_command_nothing_can_be_broken(string? command, bool isPossible) =>
        Assert.Equal(isPossible, new Faults(command).IsPossible);

    [Fact]
    public async Task The_command_is_told_what_to_do_with_which_service()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var command = Path.Combine(folder, "fault");
        await File.WriteAllTextAsync(
            command,
            """
            #!/bin/sh
            echo "$@" >> "$(dirname "$0")/told"
            """,
            TestContext.Current.CancellationToken
        );

        using (var chmod = System.Diagnostics.Process.Start("chmod", ["+x", command]))
        {
            await chmod.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var faults = new Faults(command);
        await faults.KillAsync("access-point", TestContext.Current.CancellationToken);
        await faults.StartAsync("access-point", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["kill access-point", "start access-point"],
            await File.ReadAllLinesAsync(Path.Combine(folder, "told"), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_command_that_fails_ends_the_story() =>
        Assert.Contains(
            "kill access-point ended with 1",
            (
                await Assert.ThrowsAsync<StoryFailure>(() =>
                    new Faults("/bin/false").KillAsync("access-point", TestContext.Current.CancellationToken)
                )
            ).Message,
            StringComparison.Ordinal
        );
}
