using CaseCoordination.Demo.Nodes;
using Spectre.Console;

namespace CaseCoordination.Demo.Telling;

/// <summary>Every letter with its evidence on both sides and its legal basis.</summary>
internal static class LetterTable
{
    private const int RoomForFiveColumns = 100;

    public static Table Of(IReadOnlyList<LetterPair> letters, int width)
    {
        var table = new Table { ShowRowSeparators = true }.AddColumn(new TableColumn("#").NoWrap().RightAligned());
        return width >= RoomForFiveColumns ? Broad(table, letters) : Narrow(table, letters);
    }

    private static Table Broad(Table table, IReadOnlyList<LetterPair> letters)
    {
        table
            .AddColumn(new TableColumn("Letter"))
            .AddColumn(new TableColumn("At the sender").NoWrap())
            .AddColumn(new TableColumn("At the recipient").NoWrap())
            .AddColumn(new TableColumn("Legal basis"));
        foreach (var (pair, number) in letters.Select((l, i) => (l, i + 1)))
        {
            table.AddRow(
                Text($"{number}"),
                Text(WhatIs(pair.Any)),
                Text(Proofs(pair.Sent)),
                Text(AtRecipient(pair)),
                Text(Basis.Of(pair.Any))
            );
        }

        return table;
    }

    private static Table Narrow(Table table, IReadOnlyList<LetterPair> letters)
    {
        table.AddColumn(new TableColumn("Letter, legal basis")).AddColumn(new TableColumn("Evidence").NoWrap());
        foreach (var (pair, number) in letters.Select((l, i) => (l, i + 1)))
        {
            table.AddRow(
                Text($"{number}"),
                Text($"{WhatIs(pair.Any)}\n{Basis.Of(pair.Any)}"),
                Text($"{pair.Any.Sender}\n{Proofs(pair.Sent)}\n{pair.Any.Recipient}\n{AtRecipient(pair)}")
            );
        }

        return table;
    }

    private static string AtRecipient(LetterPair pair) =>
        pair.Sent is { } sent && LetterStates.NeverLeft(sent.State) ? "never left" : Proofs(pair.Received);

    private static string WhatIs(LetterLife letter) => $"{letter.Kind}\n{letter.Sender} to {letter.Recipient}";

    private static string Proofs(LetterLife? letter) =>
        letter is null
            ? "-"
            : string.Join('\n', letter.Evidence.OrderBy(e => e.At).Select(e => $"{e.What, -9} {Times.Of(e.At)}"));

    private static Text Text(string text) => new(text);
}
