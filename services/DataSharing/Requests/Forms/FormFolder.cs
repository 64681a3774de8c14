using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyText;

namespace CaseCoordination.DataSharing.Requests.Forms;

/// <summary>Reads forms from a folder of YAML, one instrument per file; all of them or none.</summary>
public static class FormFolder
{
    private const int LongestField = 20_000;

    /// <summary>Throws <see cref="LawTextException"/> with every problem found; no folder means no forms.</summary>
    public static RequestForms Load(string? folder)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return new RequestForms([]);
        }

        var problems = new List<LawProblem>();
        var forms = Directory
            .EnumerateFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => Read(YamlText.Read(File.ReadAllText(file), file), problems))
            .ToList();
        foreach (var twice in forms.GroupBy(f => f.Instrument, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Add(
                new LawProblem(new LawPlace(folder, 0), null, $"two forms for '{twice.Key}'", "keep one of them")
            );
        }

        return problems.Count == 0 ? new RequestForms(forms) : throw new LawTextException([.. problems]);
    }

    /// <summary>One form; what is wrong with it is added to the problems.</summary>
    public static RequestForm Read(LawNode text, IList<LawProblem> problems)
    {
        if (text is not LawMap map)
        {
            problems.Add(new LawProblem(text.Place, null, "a form holds named values", "write 'instrument: ...'"));
            return new RequestForm("", [], []);
        }

        var fields = new LawFields(map, null, problems);
        var form = new RequestForm(fields.Required("instrument"), fields.Texts("languages"), FieldsOf(fields));
        if (form.Languages.Count == 0)
        {
            fields.Report(map.Place, "'languages' is missing", "write languages: [en]");
        }

        fields.Done();
        return form;
    }

    private static List<FormField> FieldsOf(LawFields form)
    {
        if (form.Node("fields") is not LawList list)
        {
            form.Report(form.PlaceOf("fields"), "'fields' must be a list", "write - {field: facts-and-purpose}");
            return [];
        }

        return [.. list.Items.Select(item => FieldOf(item, form)).OfType<FormField>()];
    }

    private static FormField? FieldOf(LawNode item, LawFields form)
    {
        if (item is not LawMap map)
        {
            form.Report(item.Place, "a field holds named values", "write - {field: facts-and-purpose}");
            return null;
        }

        var fields = new LawFields(map, null, form.Problems);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.Fields("label") is { } label)
        {
            foreach (var entry in label.Map.Entries)
            {
                labels[entry.Key] = label.Required(entry.Key);
            }
        }

        var field = new FormField(
            fields.Required("field", Vocabulary.Fields),
            fields.Truth("required") ?? false,
            fields.Number("max") ?? LongestField,
            labels
        );
        fields.Done();
        return field;
    }
}
