using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CaseCoordination.TreatyText;

/// <summary>Reads YAML into law texts that know on which line everything stands.</summary>
public static class YamlText
{
    /// <summary>Throws <see cref="LawTextException"/> where the text is no YAML.</summary>
    public static LawNode Read(string text, string source)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            return stream.Documents switch
            {
                [var document] => Read(document.RootNode, source),
                [] => throw Problem(source, 1, "the text is empty", "write at least one value"),
                _ => throw Problem(source, 1, "the text holds several documents", "write one document per file"),
            };
        }
        catch (YamlException problem)
        {
            throw Problem(source, (int)problem.Start.Line, "this is not YAML", problem.Message);
        }
    }

    private static LawTextException Problem(string source, int line, string message, string hint) =>
        new([new LawProblem(new LawPlace(source, line), null, message, hint)]);

    private static LawNode Read(YamlNode node, string source)
    {
        var place = new LawPlace(source, (int)node.Start.Line);
        switch (node)
        {
            case YamlScalarNode scalar:
                return new LawScalar(scalar.Value ?? "", Kind(scalar), place);
            case YamlSequenceNode sequence:
                return new LawList([.. sequence.Children.Select(child => Read(child, source))], place);
            case YamlMappingNode mapping:
                return new LawMap(
                    [
                        .. mapping.Children.Select(entry =>
                            KeyValuePair.Create(Key(entry.Key, source), Read(entry.Value, source))
                        ),
                    ],
                    place
                );
            default:
                throw Problem(source, place.Line, "aliases are not used in law texts", "write the value out");
        }
    }

    private static string Key(YamlNode node, string source) =>
        node is YamlScalarNode { Value: { } name }
            ? name
            : throw Problem(source, (int)node.Start.Line, "a key must be one word", "write 'key: value'");

    /// <summary>Only what is written without quotes can be a number or a truth value.</summary>
    private static LawScalarKind Kind(YamlScalarNode scalar)
    {
        if (scalar.Style != ScalarStyle.Plain)
        {
            return LawScalarKind.Text;
        }

        if (scalar.Value is "true" or "false")
        {
            return LawScalarKind.Truth;
        }

        var isNumber = int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number.ToString(CultureInfo.InvariantCulture) == scalar.Value
            ? LawScalarKind.Number
            : LawScalarKind.Text;
    }
}
