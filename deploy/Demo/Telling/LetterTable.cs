using CaseCoordination.Demo.Nodes;
using Spectre.Console;

namespace CaseCoordination.Demo.Telling;

/// <summary>Every letter with its evidence on both sides and its legal basis.</summary>
internal static class LetterTable
{
    public static Table Of(IReadOnlyList<LetterPair> letters)
    {
        var table = new Table { ShowRowSeparators = true, Expand = false }
            .AddColumn(new TableColumn("#").NoWrap().RightAligned())
            .AddColumn(new TableColumn("Letter"))
            .AddColumn(new TableColumn("At the sender").NoWrap())
            .AddColumn(new TableColumn("At the recipient").NoWrap())
            .AddColumn(new TableColumn("Legal basis"));
        foreach (var (pair, number) in letters.Select((l, i) => (l, i + 1)))
        {
            table.AddRow(
                Text($"{number}"),
                Text(WhatIs(pair.Sent ?? pair.Received!)),
                Text(Proofs(pair.Sent)),
                Text(
                    pair.Sent is { } sent && LetterStates.NeverLeft(sent.State) ? "never left" : Proofs(pair.Received)
                ),
                Text(Basis.Of(pair.Sent ?? pair.Received!))
            );
        }

        return table;
    }

    private static string WhatIs(LetterLife letter) => $"{letter.Kind}\n{letter.Sender} to {letter.Recipient}";

    private static string Proofs(LetterLife? letter) =>
        letter is null
            ? "-"
            : string.Join('\n', letter.Evidence.OrderBy(e => e.At).Select(e => $"{e.What, -9} {Times.Of(e.At)}"));

    private static Text Text(string text) => new(text);
}
