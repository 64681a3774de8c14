using System.Diagnostics.CodeAnalysis;

namespace CaseCoordination.Evaluate;

internal static class Program
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "A command-line tool answers on its standard streams.")]
    public static int Main(string[] args)
    {
        // Citations carry signs beyond ASCII; the bytes must not depend on the terminal.
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        using var error = new StreamWriter(Console.OpenStandardError()) { NewLine = "\n" };
        return args switch
        {
            ["--lint", .. var folders] => Lint.Run(folders, output, error),
            ["--instruments", var folder, .. var files] when files.Length > 0 => Run.Files(
                folder,
                files,
                output,
                error
            ),
            [var first, ..] when !first.StartsWith('-') => Run.Files(Run.ShippedInstruments(), args, output, error),
            _ => Usage.Show(error),
        };
    }
}
