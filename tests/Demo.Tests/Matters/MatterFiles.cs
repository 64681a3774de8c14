using System.Text;
using CaseCoordination.Demo.Matters;

namespace CaseCoordination.Demo.Tests.Matters;

/// <summary>The shipped matter, and the same with one thing changed.</summary>
internal static class MatterFiles
{
    public static readonly string Shipped = File.ReadAllText(
        Path.Combine(Repository.Root, "deploy", "matters", "bitmex-2020.yaml")
    );

    public static MatterReading Read(string text) => MatterReader.Read(Encoding.UTF8.GetBytes(text), "m.yaml");

    /// <summary>Replaces one text that stands in the shipped file exactly once.</summary>
    public static string With(string old, string @new)
    {
        Assert.Equal(2, Shipped.Split(old).Length);
        return Shipped.Replace(old, @new);
    }

    /// <summary>The line of the shipped file on which a text stands.</summary>
    public static int LineOf(string part) =>
        Shipped[..Shipped.IndexOf(part, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
