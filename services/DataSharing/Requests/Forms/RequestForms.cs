using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Requests.Forms;

/// <summary>All forms known here, by instrument; an instrument without one asks for no more than its terms do.</summary>
public sealed class RequestForms(IEnumerable<RequestForm> forms)
{
    private readonly Dictionary<string, RequestForm> _byInstrument = forms.ToDictionary(
        f => f.Instrument,
        StringComparer.Ordinal
    );

    public IReadOnlyList<RequestForm> All =>
        [.. _byInstrument.Values.OrderBy(f => f.Instrument, StringComparer.Ordinal)];

    /// <summary>Everything in which a request is not as the instrument's form wants it.</summary>
    public IReadOnlyList<FormProblem> Check(string instrument, Content content)
    {
        if (!_byInstrument.TryGetValue(instrument, out var form))
        {
            return [];
        }

        var problems = new List<FormProblem>();
        if (!form.Languages.Contains(content.Language, StringComparer.Ordinal))
        {
            problems.Add(
                new FormProblem(
                    "content.language",
                    "language-not-accepted",
                    $"{instrument} is asked in: {string.Join(", ", form.Languages)}."
                )
            );
        }

        foreach (var field in form.Fields)
        {
            var text = content.Fields.FirstOrDefault(f => f.Field == field.Field)?.Text;
            if (text is null && field.Required)
            {
                problems.Add(
                    new FormProblem(
                        $"content.fields.{field.Field}",
                        "field-missing",
                        $"{instrument} asks for {field.Field}."
                    )
                );
            }
            else if (text?.Length > field.Max)
            {
                problems.Add(
                    new FormProblem(
                        $"content.fields.{field.Field}",
                        "field-too-long",
                        $"At most {field.Max} characters; these are {text.Length}."
                    )
                );
            }
        }

        return problems;
    }
}
