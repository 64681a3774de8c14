using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Requests.Letters;

/// <summary>Between what a file keeps and what letters say.</summary>
public static class Told
{
    public static ToldRequest Request(Request file, int number)
    {
        var c = file.Content;
        return new ToldRequest
        {
            Number = number,
            Ask = file.AskId,
            Reference = file.Reference,
            Title = c.Title,
            Matters = MattersOf(c),
            Assistance = c.Assistance,
            Instrument = c.Instrument,
            Pinned = c.Pinned,
            Urgent = c.Urgent,
            Oral = c.Oral,
            Language = c.Language,
            Fields = FieldsOf(c),
            Subjects = Of(c.Subjects),
            Facts = c.Facts,
            ReplyBy = c.ReplyBy,
            Tlp = c.Tlp,
            Records = c.Records is { Length: > 0 } records ? [.. records.Select(Of)] : null,
        };
    }

    public static Content ContentOf(ToldRequest told) =>
        new(
            told.Title,
            [
                .. told.Matters.Select(m => new Matter(
                    m.Code,
                    m.Over,
                    m.FinancialInstrument,
                    m.ConductFrom,
                    m.ConductTo
                )),
            ],
            told.Assistance,
            told.Instrument,
            told.Pinned,
            told.Urgent,
            told.Oral,
            told.Language,
            [.. told.Fields.Select(f => new ContentField(f.Field, f.Text))],
            Of(told.Subjects),
            told.Facts,
            told.ReplyBy,
            told.Tlp,
            told.Records?.Select(Of).ToArray()
        );

    /// <summary>Packages, or nothing at all where there are none.</summary>
    public static Guid[]? Some(Guid[] packages) => packages.Length == 0 ? null : packages;

    public static ToldSubject[] Of(Subject[] subjects) =>
        [
            .. subjects.Select(s => new ToldSubject(
                s.Kind,
                s.Name,
                [.. s.Identifiers.Select(i => new ToldIdentifier(i.Scheme, i.Value))]
            )),
        ];

    public static Subject[] Of(ToldSubject[] told) =>
        [
            .. told.Select(s => new Subject(
                s.Kind,
                s.Name,
                [.. s.Identifiers.Select(i => new SubjectIdentifier(i.Scheme, i.Value))]
            )),
        ];

    public static ToldLimit Of(TimeLimit limit) => new(limit.WarnAt, limit.At);

    public static TimeLimit Of(ToldLimit told) => new(told.WarnAt, told.At);

    public static ToldDue Of(Due due) => new(due.Number, due.WarnAt, due.At);

    public static Due Of(ToldDue told) => new(told.Number, told.WarnAt, told.At);

    private static ToldRecords Of(RecordsAsk ask) =>
        new()
        {
            Category = ask.Category,
            Venue = ask.Venue,
            From = ask.From,
            To = ask.To,
            Identifiers = [.. ask.Identifiers.Select(i => new ToldIdentifier(i.Scheme, i.Value))],
        };

    private static RecordsAsk Of(ToldRecords told) =>
        new(
            told.Category,
            told.Venue,
            told.From,
            told.To,
            [.. told.Identifiers.Select(i => new SubjectIdentifier(i.Scheme, i.Value))]
        );

    private static ToldMatter[] MattersOf(Content c) =>
        [.. c.Matters.Select(m => new ToldMatter(m.Code, m.Over, m.FinancialInstrument, m.ConductFrom, m.ConductTo))];

    private static ToldField[] FieldsOf(Content c) => [.. c.Fields.Select(f => new ToldField(f.Field, f.Text))];
}
