using System.Text;

namespace CaseCoordination.DataSharing.Packages.Contents;

/// <summary>The first line of CSV: what separates its fields, and what they are called.</summary>
internal static class CsvHeader
{
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t'];

    /// <summary>The first of comma, semicolon and tab that stands outside quotes, and the names without theirs.</summary>
    public static (byte Delimiter, List<string> Names) Read(byte[] header)
    {
        var outside = new List<byte>();
        var isQuoted = false;
        foreach (var b in header)
        {
            isQuoted ^= b == '"';
            if (!isQuoted && Array.IndexOf(Delimiters, b) >= 0)
            {
                outside.Add(b);
            }
        }

        var delimiter = Delimiters.FirstOrDefault(outside.Contains, (byte)',');
        return (delimiter, NamesOf(header, delimiter));
    }

    private static List<string> NamesOf(byte[] header, byte delimiter)
    {
        var names = new List<string>();
        var name = new List<byte>();
        var isQuoted = false;
        foreach (var b in header)
        {
            isQuoted ^= b == '"';
            if (!isQuoted && (b == delimiter || b == '\n'))
            {
                names.Add(Unquote(name));
                name.Clear();
            }
            else
            {
                name.Add(b);
            }
        }

        if (name.Count > 0)
        {
            names.Add(Unquote(name));
        }

        return names;
    }

    private static string Unquote(List<byte> raw)
    {
        var text = Encoding.UTF8.GetString([.. raw]).TrimEnd('\r');
        return text is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
