using System.Diagnostics.CodeAnalysis;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo;

internal static class Program
{
    private const int WidthOfFiles = 120;

    [SuppressMessage(
        "ApiDesign",
        "RS0030",
        Justification = "A command-line tool tells its story on its standard streams."
    )]
    public static async Task<int> Main(string[] args)
    {
        // Citations carry signs beyond ASCII; the bytes must not depend on the terminal.
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n", AutoFlush = true };
        await using var error = new StreamWriter(Console.OpenStandardError()) { NewLine = "\n", AutoFlush = true };
        var arguments = Arguments.Read(args, AppContext.BaseDirectory, error);
        return arguments is null
            ? 1
            : await Performance.RunAsync(
                arguments,
                Environment.GetEnvironmentVariable,
                output,
                error,
                Console.IsOutputRedirected ? WidthOfFiles : Console.WindowWidth,
                !Console.IsOutputRedirected
            );
    }
}
