using CaseCoordination.Identifiers;

namespace CaseCoordination.Demo.Matters;

/// <summary>Reads a matter file whole: either a matter that can be told, or every field that is not right.</summary>
public static class MatterReader
{
    private const int LongestExhibit = 64 * 1024;

    public static MatterReading Read(byte[] bytes, string file)
    {
        var problems = new MatterProblems(file);
        var matter = MatterText.Read(bytes, problems) is { } root ? new Fields(root, "", problems).Whole(Read) : null;
        return problems.Any ? new MatterReading(null, problems.Found) : new MatterReading(matter, []);
    }

    private static Matter Read(Fields f) =>
        new()
        {
            Id = f.Text("matter", 60),
            Title = f.Text("title", 200),
            Notice = f.Text("notice", 2000),
            Law = f.Map("law", ReadLaw),
            Products = f.Texts("products", 50, 200),
            Subjects = f.List("subjects", 1, 100, ReadSubject),
            Allegations = f.List(
                "allegations",
                1,
                50,
                a => new Allegation(a.Text("text", 4000), a.Texts("provisions", 50, 200))
            ),
            Exhibits = f.List("exhibits", 1, 20, ReadExhibit),
            Story = f.Map("story", StoryReader.Read),
        };

    private static Law ReadLaw(Fields f)
    {
        var law = new Law(
            f.OneOf("code", MatterWords.Matters),
            f.OneOf("over", MatterWords.Over),
            f.OneOf("financialInstrument", MatterWords.Answers),
            f.Date("conductFrom"),
            f.Date("conductTo")
        );
        if (law is { ConductFrom: { } from, ConductTo: { } to } && string.CompareOrdinal(from, to) > 0)
        {
            f.Wrong("conductTo", $"The conduct ends on {to}, before it begins.", $"A day on or after {from} is right.");
        }

        return law;
    }

    private static Subject ReadSubject(Fields f) =>
        new(f.OneOf("kind", MatterWords.Kinds), f.Text("name", 300), f.List("identifiers", 0, 50, ReadIdentifier));

    private static Identifier ReadIdentifier(Fields f)
    {
        var scheme = f.OneOf("scheme", IdentifierSchemes.All);
        var value = f.Text("value", IdentifierSchemes.LongestValue);
        if (scheme.Length == 0 || value.Length == 0)
        {
            return new Identifier(scheme, value, value);
        }

        var check = IdentifierSchemes.Check(scheme, value);
        if (check.Problem is { } problem)
        {
            f.Wrong("value", $"This is no valid {scheme} ({problem.Code}).", problem.Message);
        }

        return new Identifier(scheme, value, check.Value ?? value);
    }

    private static Exhibit ReadExhibit(Fields f)
    {
        var exhibit = new Exhibit(
            f.Text("title", 200),
            f.Text("fileName", 200),
            f.Text("mediaType", 100),
            f.OneOf("tlp", MatterWords.Tlp),
            f.OneOf("handling", MatterWords.Handling),
            f.Text("provenance", 1000),
            f.Text("content", LongestExhibit)
        );
        if (exhibit.FileName.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            f.Wrong("fileName", "A file's name has no folders.", "Leave out everything up to the last slash.");
        }

        if (exhibit.MediaType.Length > 0 && !IsMediaType(exhibit.MediaType))
        {
            f.Wrong(
                "mediaType",
                $"'{exhibit.MediaType}' is not a media type.",
                "Write type/subtype, such as text/plain."
            );
        }

        return exhibit;
    }

    private static bool IsMediaType(string text) =>
        text.Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype] && (type + subtype).All(IsTokenCharacter);

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '+' or '-' or '_';
}
