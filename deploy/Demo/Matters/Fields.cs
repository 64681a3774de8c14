using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CaseCoordination.Demo.Matters;

/// <summary>The named fields at one place of a matter file; whatever is wrong with them is noted with line and path.</summary>
internal sealed class Fields(YamlMappingNode node, string path, MatterProblems problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public int Line => (int)node.Start.Line;

    public int LineOf(string name) => Find(name) is { } found ? (int)found.Start.Line : Line;

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public void Wrong(string name, string wrong, string right) =>
        problems.Add(LineOf(name), PathOf(name), wrong, right);

    public void WrongAt(int line, string name, string wrong, string right) =>
        problems.Add(line, PathOf(name), wrong, right);

    /// <summary>A text that must be there; empty when it is not right.</summary>
    public string Text(string name, int max) =>
        Optional(name, max) ?? Missing(name, $"Write a text of at most {max} characters.");

    public string? Optional(string name, int max) =>
        Find(name) is { } found ? ScalarText.Read(found, PathOf(name), max, problems) : null;

    /// <summary>One word out of a closed list; empty when it is not right.</summary>
    public string OneOf(string name, IReadOnlyList<string> allowed)
    {
        if (Find(name) is not { } found)
        {
            return Missing(name, $"Write one of: {string.Join(", ", allowed)}.");
        }

        return ScalarText.OneOf(found, PathOf(name), allowed, problems);
    }

    public string? Date(string name)
    {
        if (Optional(name, 10) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Wrong(name, $"'{text}' is not a date.", "Write a day that exists as YYYY-MM-DD, such as 2014-11-01.");
            return null;
        }

        return text;
    }

    /// <summary>An amount of money in whole units.</summary>
    public string Amount(string name)
    {
        var text = Text(name, 15);
        if (text.Length > 0 && (text[0] == '0' || !text.All(char.IsAsciiDigit)))
        {
            Wrong(name, $"'{text}' is no amount.", "Write a positive whole number without signs, such as 100000000.");
        }

        return text;
    }

    public string Currency(string name)
    {
        var text = Text(name, 3);
        if (text.Length > 0 && (text.Length != 3 || !text.All(char.IsAsciiLetterUpper)))
        {
            Wrong(name, $"'{text}' is no currency.", "Write a code of ISO 4217, such as USD.");
        }

        return text;
    }

    /// <summary>A list of texts, each at most so long; with words, each out of them.</summary>
    public IReadOnlyList<string> Texts(string name, int most, int length, IReadOnlyList<string>? allowed = null) =>
        [
            .. Items(name, 0, most)
                .Select(item =>
                    allowed is null
                        ? ScalarText.Read(item.Node, item.Path, length, problems)
                        : ScalarText.OneOf(item.Node, item.Path, allowed, problems)
                ),
        ];

    /// <summary>A list of things with fields of their own.</summary>
    public IReadOnlyList<T> List<T>(string name, int least, int most, Func<Fields, T> read)
    {
        var all = new List<T>();
        foreach (var (item, itemPath) in Items(name, least, most))
        {
            if (item is YamlMappingNode map)
            {
                all.Add(new Fields(map, itemPath, problems).Whole(read));
            }
            else
            {
                problems.Add(
                    (int)item.Start.Line,
                    itemPath,
                    "This is not a thing with fields.",
                    "Write 'name: value' lines."
                );
            }
        }

        return all;
    }

    /// <summary>A thing with fields of its own; when it is missing, only that is told, and it is read as if empty.</summary>
    public T Map<T>(string name, Func<Fields, T> read)
    {
        switch (Find(name))
        {
            case YamlMappingNode map:
                return new Fields(map, PathOf(name), problems).Whole(read);
            case null:
                Missing(name, "Write its fields under it.");
                break;
            case var other:
                problems.Add(
                    (int)other.Start.Line,
                    PathOf(name),
                    "This is not a thing with fields.",
                    "Write 'name: value' lines."
                );
                break;
        }

        return read(new Fields(new YamlMappingNode(), PathOf(name), new MatterProblems("")));
    }

    public T? OptionalMap<T>(string name, Func<Fields, T> read)
        where T : class => Find(name) is null ? null : Map(name, read);

    /// <summary>Reads, and then notes every field that nothing asked for.</summary>
    public T Whole<T>(Func<Fields, T> read)
    {
        var result = read(this);
        foreach (var (key, _) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value;
            if (name is null || !_known.Contains(name))
            {
                problems.Add(
                    (int)key.Start.Line,
                    PathOf(name ?? "?"),
                    "There is no such field here.",
                    $"Known are: {string.Join(", ", _known.Order(StringComparer.Ordinal))}."
                );
            }
        }

        return result;
    }

    private IEnumerable<(YamlNode Node, string Path)> Items(string name, int least, int most)
    {
        if (Find(name) is not { } found)
        {
            if (least > 0)
            {
                Missing(name, $"List at least {least}.");
            }

            return [];
        }

        if (found is not YamlSequenceNode list)
        {
            Wrong(name, "This is not a list.", "Write '- item' lines, or [one, two].");
            return [];
        }

        if (list.Children.Count < least || list.Children.Count > most)
        {
            Wrong(name, $"The list has {list.Children.Count} items.", $"From {least} to {most} are right.");
        }

        return list.Children.Take(most).Select((item, i) => (item, $"{PathOf(name)}[{i}]"));
    }

    private string Missing(string name, string right)
    {
        problems.Add(Line, PathOf(name), "The field is missing.", right);
        return "";
    }

    private YamlNode? Find(string name)
    {
        _known.Add(name);
        return node.Children.TryGetValue(new YamlScalarNode(name), out var found) ? found : null;
    }
}
