using System.Globalization;
using System.Text;

namespace CaseCoordination.TreatyLaw.Tests.Properties;

/// <summary>Writes one generated term after the other.</summary>
internal sealed class GeneratedTerms(Dice dice, string id, StringBuilder text)
{
    private int count;

    public void Frame(int number)
    {
        Term("party", "status: full, roles: [request, be-requested, spontaneous], capabilities: [F]");
        Term("party", "status: committed, roles: []");
        var financial = dice.Of("", ", financialInstrument: \"yes\"", ", financialInstrument: \"no\"");
        var basis = dice.Of("request", "request", "conduct");
        var matters = List(dice.Some(70, AnyInstrument.Matters));
        var over = List(dice.Some(70, AnyInstrument.Over));
        Term("matter", $"codes: {matters}, over: {over}, time: {{basis: {basis}, ceasedConduct: true}}{financial}");
        // Precedence points only at older instruments, so that it cannot run in a circle.
        var prefer =
            number > 0 && dice.Chance(30) ? $", prefer: {{over: t{dice.Below(number)}, when: both-bound}}" : "";
        var pending = dice.Of("", ", pending: continue", ", pending: unstated", ", pending: lapse");
        Term("lifecycle", $"begins: signing, terminate: {{notice: {{n: 30, unit: days}}}}{pending}{prefer}");
    }

    public void Assistance()
    {
        var needs = dice.Chance(25) ? $", needs: {dice.Of("F", "T")}" : "";
        var step = dice.Of("", "", ", subjectTo: [court]", ", subjectTo: [telecom-law]", ", subjectTo: [domestic-law]");
        var fallback = dice.Chance(25) ? ", fallback: freeze.advise" : "";
        var give = List(dice.Some(40, AnyInstrument.Kinds));
        var trigger = dice.Of("request", "request", "request", "spontaneous");
        var modality = dice.Of("shall", "may");
        Term("assistance", $"give: {give}, modality: {modality}, trigger: {trigger}{needs}{step}{fallback}");
    }

    public void Ground()
    {
        var effect = dice.Of(
            "permits-refusal",
            "permits-refusal",
            "requires-refusal",
            "permits-postponement",
            "forbids-refusal"
        );
        var when = dice.Of(
            dice.Of(AnyInstrument.Predicates),
            "{proceedings: {state: requested, kind: criminal, status: initiated, sameFacts: true, samePersons: true}}",
            $"{{any: [{dice.Of(AnyInstrument.Predicates)}, {dice.Of(AnyInstrument.Predicates)}]}}"
        );
        var unless = dice.Chance(30) ? ", unless: not-duplicative-shown" : "";
        var scope = dice.Chance(30) ? $", for: {List(dice.Some(50, AnyInstrument.Kinds))}" : "";
        Term("ground", $"effect: {effect}, when: {when}{unless}{scope}, procedure: [give-reasons, notify-esma]");
    }

    public void Handling()
    {
        var purpose = dice.Of("", $", purpose: {List(dice.Some(20, [.. Vocabulary.Purposes]))}", ", purpose: [other]");
        var recipient = dice.Of(
            "",
            $", recipient: {List(dice.Some(20, [.. Vocabulary.Recipients]))}",
            ", recipient: [other]"
        );
        var effect = dice.Of("allow", "notify", "consult", "assure", "consent", "deny");
        var except = dice.Chance(30) ? ", except: {when: law-provides-disclosure, effect: notify}" : "";
        var window = "";
        if (dice.Chance(15))
        {
            (effect, window) = ("objection-window", ", window: {do: object, n: 10, unit: workingDays}");
        }

        Term(
            "handling",
            $"object: information, op: {dice.Of("use", "disclose")}, effect: {effect}{purpose}{recipient}{except}{window}"
        );
    }

    public void Rest()
    {
        if (dice.Chance(60))
        {
            Term("content", "fields: [facts-and-purpose, urgency], onMissing: [list-missing]");
        }

        if (dice.Chance(50))
        {
            var effect = dice.Of("consult", "consent", "deny");
            Term(
                "handling",
                $"object: request, op: disclose, effect: deny, except: {{when: needed-to-execute, effect: {effect}}}"
            );
        }

        if (dice.Chance(60))
        {
            var fact = dice.Chance(30) ? ", if: information-at-hand" : "";
            Term(
                "deadline",
                $"after: request-received, do: reply, within: {{n: {1 + dice.Below(20)}, unit: workingDays}}{fact}"
            );
        }
    }

    private void Term(string kind, string fields)
    {
        count++;
        text.Append(
                CultureInfo.InvariantCulture,
                $"  - {{id: {id}.{count}, kind: {kind}, cites: [\"{id} Art. {count}\"], {fields}, conf: M}}"
            )
            .AppendLine();
    }

    private static string List(IEnumerable<string> words) => $"[{string.Join(", ", words)}]";
}
