using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CaseCoordination.Demo.Matters;

/// <summary>Single values of a matter file.</summary>
internal static class ScalarText
{
    /// <summary>The text without line breaks around it; empty when it is not right.</summary>
    public static string Read(YamlNode node, string path, int max, MatterProblems problems)
    {
        if (node is not YamlScalarNode scalar)
        {
            return Wrong(node, path, problems, "This is not a text.", "Write one value.");
        }

        var text = (scalar.Value ?? "").TrimEnd('\n');
        var isNothing = scalar.Style == ScalarStyle.Plain && text is "~" or "null";
        return string.IsNullOrWhiteSpace(text) || isNothing
                ? Wrong(node, path, problems, "The text is empty.", $"Write a text of at most {max} characters.")
            : text.Length > max
                ? Wrong(node, path, problems, $"The text has {text.Length} characters.", $"At most {max} are accepted.")
            : text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
                ? Wrong(node, path, problems, "The text has control characters.", "Leave them out.")
            : text;
    }

    public static string OneOf(YamlNode node, string path, IReadOnlyList<string> allowed, MatterProblems problems)
    {
        var text = (node as YamlScalarNode)?.Value;
        return text is null
                ? Wrong(node, path, problems, "This is not one word.", $"One of: {string.Join(", ", allowed)}.")
            : allowed.Contains(text, StringComparer.Ordinal) ? text
            : Wrong(
                node,
                path,
                problems,
                $"'{Shorten(text)}' is not in the list.",
                $"One of: {string.Join(", ", allowed)}."
            );
    }

    private static string Shorten(string text) =>
        text.Length <= 60 ? text.ReplaceLineEndings(" ") : $"{text[..57].ReplaceLineEndings(" ")}...";

    private static string Wrong(YamlNode node, string path, MatterProblems problems, string wrong, string right)
    {
        problems.Add((int)node.Start.Line, path, wrong, right);
        return "";
    }
}
