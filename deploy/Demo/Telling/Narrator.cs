using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CaseCoordination.Demo.Telling;

/// <summary>Writes the story: who acts, what came of it, each line with the time since the start and the time in UTC.</summary>
internal sealed class Narrator(TextWriter output, int width, bool isTerminal, TimeProvider clock)
{
    private const int Narrowest = 60;
    private const int Widest = 160;
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private int _chapters;

    public int Width { get; } = Math.Clamp(width, Narrowest, Widest);

    /// <summary>A heading without a number.</summary>
    public void Title(string text) => Write(new Text(text, new Style(decoration: Decoration.Bold)));

    public void Chapter(string title)
    {
        output.WriteLine();
        Title($"{++_chapters}. {title}");
    }

    public void Paragraph(string text) => Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    public void Gap() => output.WriteLine();

    /// <summary>Something that was just done.</summary>
    public void Say(string authority, string who, string text) => Say(clock.GetUtcNow(), authority, who, text);

    /// <summary>Something that happened at a time that its proof names.</summary>
    public void Say(DateTimeOffset at, string authority, string who, string text)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().Width(9).NoWrap().RightAligned().PadLeft(0).PadRight(1))
            .AddColumn(new GridColumn().Width(12).NoWrap().PadLeft(0).PadRight(1))
            .AddColumn(new GridColumn().Width(Math.Min(20, Width / 5)).PadLeft(0).PadRight(1))
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(
            new Text(Elapsed(at)),
            new Text(Times.Of(at)),
            new Text($"{authority} {who}".TrimEnd()),
            new Text(text)
        );
        Write(grid);
    }

    public void Table(Table table) => Write(table.Border(isTerminal ? TableBorder.Rounded : TableBorder.Ascii));

    private string Elapsed(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (at - _started).TotalSeconds):0.00} s");

    // Rendered aside first: padding at the ends of lines is nothing that a file or a terminal needs.
    private void Write(IRenderable what)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(what);
        foreach (var line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            output.WriteLine(line.TrimEnd());
        }
    }
}

/// <summary>Times as the story writes them: always UTC.</summary>
internal static class Times
{
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
