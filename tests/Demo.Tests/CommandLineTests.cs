using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Tests;

/// <summary>What the command line asks, and what it is told when it cannot be told.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_the_shipped_matter_is_told()
    {
        var arguments = Arguments.Read([], AppContext.BaseDirectory, TextWriter.Null)!;

        Assert.EndsWith(Path.Combine("matters", "bitmex-2020.yaml"), arguments.Matter, StringComparison.Ordinal);
        Assert.True(File.Exists(arguments.Matter));
        Assert.False(arguments.OnlyCheck);
    }

    [Fact]
    public void Another_matter_can_be_named_and_only_checked() =>
        Assert.Equal(
            new Arguments("m.yaml", OnlyCheck: true),
            Arguments.Read(["--check", "--matter", "m.yaml"], "/", TextWriter.Null)
        );

    [Fact]
    public void Anything_else_is_answered_with_the_usage()
    {
        using var error = new StringWriter();

        Assert.Null(Arguments.Read(["--mater", "x"], "/", error));
        Assert.StartsWith("usage: demo", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_matter_is_told_field_by_field_before_any_call()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "matter: x\n", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync(new Arguments(file));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($"{file}:1: title: The field is missing.", error, StringComparison.Ordinal);
        Assert.EndsWith("nothing was stored.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_clear_line()
    {
        var (code, output, error) = await RunAsync(new Arguments("/no/such/file.yaml"));

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("The matter file cannot be read:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_matter_passes_its_check_without_a_node()
    {
        var shipped = Arguments.Read(["--check"], AppContext.BaseDirectory, TextWriter.Null)!;

        Assert.Equal((0, "", ""), await RunAsync(shipped));
    }

    [Fact]
    public async Task A_node_that_is_not_named_is_one_clear_line()
    {
        var shipped = Arguments.Read([], AppContext.BaseDirectory, TextWriter.Null)!;

        var (code, _, error) = await RunAsync(shipped);

        Assert.Equal(1, code);
        Assert.StartsWith("The job failed: ISSUER_URL must hold", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(Arguments arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await Performance.RunAsync(arguments, _ => null, output, error, 100, isTerminal: false);
        return (code, output.ToString(), error.ToString());
    }
}
