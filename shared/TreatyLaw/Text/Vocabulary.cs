using System.Collections.Frozen;

namespace CaseCoordination.TreatyLaw;

/// <summary>The controlled words of the term model.</summary>
public static class Vocabulary
{
    public static IReadOnlyCollection<string> Kinds { get; } =
        Set(
            "party matter assistance content deadline ground handling coordination escalation lifecycle duty"
        );

    public static IReadOnlyCollection<string> Assistance { get; } =
        Set(
            "info.files info.transactions info.bank info.brokerage info.crypto-account info.beneficial-owner "
                + "info.audit-papers statement.take statement.compel-attendance inspect.onsite investigate.open "
                + "investigate.joint freeze.assets freeze.advise records.isp-existing records.phone-existing "
                + "records.recordings-regulated records.subscriber content.messages cease.practice enforce.measures "
                + "recover.fines evidence.preserve data.recurring"
        );

    public static IReadOnlyCollection<string> Measures { get; } =
        Set(
            "documents.access flows.trace inspect.onsite test.purchase interim.measures commitments.seek cease.practice "
                + "interface.takedown fines.impose freeze.assets"
        );

    /// <summary>What a term may give: assistance, measures, or every kind of information.</summary>
    public static IReadOnlyCollection<string> Givable { get; } = [.. Assistance.Union(Measures).Append("info.any")];

    /// <summary>What a ground or deadline may be for.</summary>
    public static IReadOnlyCollection<string> Scope { get; } =
        [.. Givable.Append("coordination.take-part").Append("union-dimension")];

    public static IReadOnlyCollection<string> Matters { get; } =
        Set(
            "insider-dealing manipulation misrepresentation fraud client-orders-and-funds issuance reporting "
                + "intermediaries cis markets clearing crypto-asset-regulation market-abuse-crypto annex-consumer-acts "
                + "money-laundering"
        );

    public static IReadOnlyCollection<string> MattersOrAny { get; } =
        [.. Matters.Append("any").Append("market-abuse").Append("covered-entity-supervision")];

    public static IReadOnlyCollection<string> Over { get; } =
        Set("securities derivatives crypto-derivatives spot-crypto-assets consumer-contracts funds");

    public static IReadOnlyCollection<string> OverOrAny { get; } = [.. Over.Append("any")];

    public static IReadOnlyCollection<string> Purposes { get; } =
        Set(
            "request-purpose same-framework other-within-act outside-act criminal-same-conduct sro-surveillance "
                + "prove-infringement bring-about-cessation tax aml civil-litigation statistics legal-demand"
        );

    public static IReadOnlyCollection<string> PurposesOrOther { get; } = [.. Purposes.Append("other")];

    public static IReadOnlyCollection<string> Recipients { get; } =
        Set(
            "requester own-prosecutor own-sro own-other-authority third-country-authority court court-on-demand public "
                + "subject-person"
        );

    public static IReadOnlyCollection<string> RecipientsOrOther { get; } = [.. Recipients.Append("other")];

    public static IReadOnlyCollection<string> Predicates { get; } =
        Set(
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

    public static IReadOnlyCollection<string> Dos { get; } =
        Set(
            "acknowledge reply reply-or-partial full-reply-after-partial object ask-venue provide-information "
                + "take-measures report-investigation-results decide decide-extended execute decide-provisional "
                + "notify-delay"
        );

    public static IReadOnlyCollection<string> Duties { get; } =
        Set(
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

    public static IReadOnlyCollection<string> Fields { get; } =
        Set(
            "act-and-provisions assistance-and-why authority background certificate dates-and-why "
                + "evidence-only-obtainable-by-applicant facts-and-purpose foreseen-use identification-leads "
                + "information-and-holders information-necessary instruments laws-violated links-with-country "
                + "measures-and-evidence object-and-reasons other-authorities period-and-why person "
                + "persons-or-addresses precautions-and-sensitivity product-and-person-ids provision-of-law reasons "
                + "reference-and-contact relevant-facts sensitivity subject-purpose-facts type-of-assistance urgency"
        );

    public static IReadOnlyCollection<string> Marks { get; } = Set("H-src H M L");

    public static IReadOnlyCollection<string> Statuses { get; } = Set("full committed suspended withdrawn");

    public static IReadOnlyCollection<string> Roles { get; } = Set("request be-requested spontaneous coordinate");

    public static IReadOnlyCollection<string> Procedures { get; } = Set("administrative civil criminal");

    public static IReadOnlyCollection<string> Events { get; } =
        Set(
            "request-received urgent-request-received written-request-received decision-taken commission-notification "
                + "order-data-request-received delay-expected other-use-notified supervisory-event"
        );

    public static IReadOnlyCollection<string> Markings { get; } = Set("H0 H1 H2 H3");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
