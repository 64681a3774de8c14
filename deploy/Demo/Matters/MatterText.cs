using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CaseCoordination.Demo.Matters;

/// <summary>Turns the bytes of a matter file into YAML that is safe to walk, or says why it is none.</summary>
internal static class MatterText
{
    private const int LargestBytes = 1024 * 1024;
    private const int DeepestNesting = 16;
    private const string WholeFile = "file";

    public static YamlMappingNode? Read(byte[] bytes, MatterProblems problems)
    {
        if (bytes.Length > LargestBytes)
        {
            problems.Add(1, WholeFile, $"The file has {bytes.Length} bytes.", $"At most {LargestBytes} are read.");
            return null;
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return IsPlain(text, problems) ? Load(text, problems) : null;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(1, WholeFile, "The file is not UTF-8 text.", "Save it as UTF-8.");
        }
        catch (YamlException problem)
        {
            problems.Add((int)problem.End.Line, WholeFile, "This is not YAML:", $"{problem.Message.TrimEnd('.')}.");
        }

        return null;
    }

    // The loader recurses, and one alias may stand for a million nodes: both are refused before it sees the text.
    private static bool IsPlain(string text, MatterProblems problems)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            depth += at.NestingIncrease;
            if (at is AnchorAlias)
            {
                problems.Add((int)at.Start.Line, WholeFile, "Aliases are not read.", "Write the value out.");
                return false;
            }

            if (depth > DeepestNesting)
            {
                problems.Add(
                    (int)at.Start.Line,
                    WholeFile,
                    "The nesting is too deep.",
                    $"At most {DeepestNesting} levels are read."
                );
                return false;
            }
        }

        return true;
    }

    private static YamlMappingNode? Load(string text, MatterProblems problems)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        switch (stream.Documents)
        {
            case [{ RootNode: YamlMappingNode root }]:
                return root;
            case []:
                problems.Add(1, WholeFile, "The file is empty.", "Begin with 'matter: ID'.");
                return null;
            case [var document]:
                problems.Add(
                    (int)document.RootNode.Start.Line,
                    WholeFile,
                    "The file does not hold named fields.",
                    "Begin with 'matter: ID'."
                );
                return null;
            default:
                problems.Add(1, WholeFile, "The file holds several documents.", "Write one matter per file.");
                return null;
        }
    }
}
