using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyText;

namespace CaseCoordination.DataSharing.Tests.Forms;

/// <summary>Forms as text: those that are shipped can be read, and what is wrong with one is said with its line.</summary>
public sealed class FormFolderTests
{
    [Fact]
    public void The_shipped_forms_ask_for_what_their_instruments_ask_for()
    {
        var forms = FormFolder.Load(Path.Combine(Instruments(), "forms")).All;
        var instruments = LawFolder.LoadInstruments(Instruments()).ToDictionary(i => i.Id, StringComparer.Ordinal);
        Assert.NotEmpty(forms);
        foreach (var form in forms)
        {
            var wanted = instruments[form.Instrument]
                .Contents.SelectMany(c => c.Fields)
                .Distinct(StringComparer.Ordinal);
            Assert.Empty(wanted.Except(form.Fields.Where(f => f.Required).Select(f => f.Field)));
            Assert.All(form.Fields, f => Assert.All(form.Languages, l => Assert.True(f.Label.ContainsKey(l))));
        }
    }

    [Fact]
    public void No_folder_means_no_forms() => Assert.Empty(FormFolder.Load(null).All);

    [Theory]
    [InlineData("languages: [en]\nfields: []", "'instrument' is missing")]
    [InlineData("instrument: x\nfields: []", "'languages' is missing")]
    [InlineData("instrument: x\nlanguages: [en]", "'fields' must be a list")]
    [InlineData("instrument: x\nlanguages: [en]\nfields: [{field: poem}]", "'field': 'poem' is not in the vocabulary")]
    [InlineData("instrument: x\nlanguages: [en]\nfields: [{field: urgency, hue: red}]", "'hue' is not a field")]
    [InlineData("- x", "a form holds named values")]
    public void What_is_wrong_with_a_form_is_said(string text, string message)
    {
        var problems = new List<LawProblem>();
        FormFolder.Read(YamlText.Read(text, "x.yaml"), problems);
        Assert.Contains(problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));
    }

    private static string Instruments()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CaseCoordination.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "deploy", "instruments");
    }
}
