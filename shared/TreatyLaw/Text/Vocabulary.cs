using System.Collections.Frozen;

namespace CaseCoordination.TreatyLaw;

/// <summary>The controlled words of the term model.</summary>
public static class Vocabulary
{
    public static Words Kinds { get; } =
        Words.Of("party matter assistance content deadline ground handling coordination escalation lifecycle duty");

    public static Words Assistance { get; } =
        Words.Of(
            "info.files info.transactions info.bank info.brokerage info.crypto-account info.beneficial-owner "
                + "info.audit-papers statement.take statement.compel-attendance inspect.onsite investigate.open "
                + "investigate.joint freeze.assets freeze.advise records.isp-existing records.phone-existing "
                + "records.recordings-regulated records.subscriber content.messages cease.practice enforce.measures "
                + "recover.fines evidence.preserve data.recurring"
        );

    internal static FrozenDictionary<string, int> AssistanceNumbers { get; } = Numbers(Assistance);

    public static Words Measures { get; } =
        Words.Of(
            "documents.access flows.trace inspect.onsite test.purchase interim.measures commitments.seek cease.practice "
                + "interface.takedown fines.impose freeze.assets"
        );

    /// <summary>What a term may give: assistance, measures, or every kind of information.</summary>
    public static Words Givable { get; } = Assistance.And(Measures).And("info.any");

    /// <summary>What a ground or deadline may be for.</summary>
    public static Words Scope { get; } = Givable.And("coordination.take-part union-dimension");

    public static Words Matters { get; } =
        Words.Of(
            "insider-dealing manipulation misrepresentation fraud client-orders-and-funds issuance reporting "
                + "intermediaries cis markets clearing crypto-asset-regulation market-abuse-crypto annex-consumer-acts "
                + "money-laundering"
        );

    public static Words MattersOrAny { get; } = Matters.And("any market-abuse covered-entity-supervision");

    public static Words Over { get; } =
        Words.Of("securities derivatives crypto-derivatives spot-crypto-assets consumer-contracts funds");

    public static Words OverOrAny { get; } = Over.And("any");

    public static Words Purposes { get; } =
        Words.Of(
            "request-purpose same-framework other-within-act outside-act criminal-same-conduct sro-surveillance "
                + "prove-infringement bring-about-cessation tax aml civil-litigation statistics legal-demand"
        );

    public static Words PurposesOrOther { get; } = Purposes.And("other");

    public static Words Recipients { get; } =
        Words.Of(
            "requester own-prosecutor own-sro own-other-authority third-country-authority court court-on-demand public "
                + "subject-person"
        );

    public static Words RecipientsOrOther { get; } = Recipients.And("other");

    public static Words Predicates { get; } =
        Words.Of(
            "violates-domestic-law request-not-compliant security public-or-national-interest "
                + "prejudice-own-investigation not-duplicative-shown not-needed secrecy-not-accepted "
                + "no-infringement-found insufficient-information negligible-impact not-occurred-here "
                + "immunity-or-privilege ne-bis-in-idem extraterritorial-no-offence no-dual-criminality annex-d-offence "
                + "restricted-to-listed-offences measure-unavailable fundamental-rights fundamental-principles "
                + "evidence-in-use-elsewhere certificate-incomplete conduct-lawful-here request-must-be-revealed "
                + "requester-consents-to-reveal court-order-available national-law-allows-telecom-access "
                + "written-confirmation-waived information-at-hand justified-circumstances law-provides-disclosure "
                + "demand-legally-enforceable coordinator-agreed"
        );

    internal static FrozenDictionary<string, int> PredicateNumbers { get; } = Numbers(Predicates);

    public static Words Dos { get; } =
        Words.Of(
            "acknowledge reply reply-or-partial full-reply-after-partial object ask-venue provide-information "
                + "take-measures report-investigation-results decide decide-extended execute decide-provisional "
                + "notify-delay"
        );

    public static Words Duties { get; } =
        Words.Of(
            "attach-handling suggest-other-basis keep-approach-confidential confirm-basis-change note-pinned-basis "
                + "record-domestic-step named-official-decides give-reasons consult invite-non-duplicative-showing "
                + "notify-requester notify-esma notify-commission notify-all-concerned notify-liaison-offices "
                + "inform-issuer inform-issuer-immediately list-missing confirm-in-writing do-not-act "
                + "offer-withdraw-or-suspend consult-before-revealing pending-rule-unstated block-until-consent "
                + "store-consent-conditions bind-to-agreed-purpose notify-provider-before-use "
                + "notify-provider-before-complying assert-privileges notify-sender-immediately consult-provider "
                + "assure-recipient-complies hold-combined-until-consent offer-redacted-version "
                + "provider-consents-promptly protect-reporting-source state-reasons-with-documents others-continue "
                + "act-simultaneously hear-trader publish-by-decision-only commission-coordinates shall-join"
        );

    public static Words Fields { get; } =
        Words.Of(
            "act-and-provisions assistance-and-why authority background certificate dates-and-why "
                + "evidence-only-obtainable-by-applicant facts-and-purpose foreseen-use identification-leads "
                + "information-and-holders information-necessary instruments laws-violated links-with-country "
                + "measures-and-evidence object-and-reasons other-authorities period-and-why person "
                + "persons-or-addresses precautions-and-sensitivity product-and-person-ids provision-of-law reasons "
                + "reference-and-contact relevant-facts sensitivity subject-purpose-facts type-of-assistance urgency"
        );

    public static Words Marks { get; } = Words.Of("H-src H M L");

    public static Words Statuses { get; } = Words.Of("full committed suspended withdrawn");

    public static Words Roles { get; } = Words.Of("request be-requested spontaneous coordinate");

    public static Words Procedures { get; } = Words.Of("administrative civil criminal");

    public static Words Events { get; } =
        Words.Of(
            "request-received urgent-request-received written-request-received decision-taken commission-notification "
                + "order-data-request-received delay-expected consultation-received esa-request-received "
                + "urgent-decision-taken confiscation-certificate-received"
        );

    public static Words Markings { get; } = Words.Of("H0 H1 H2 H3");

    private static FrozenDictionary<string, int> Numbers(Words words) =>
        words.Index().ToFrozenDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
}
