package io.eastwest.render.install;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.sail.IstioUpdateStrategy;
import io.eastwest.model.sail.UpdateStrategyType;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.EastWestGatewayForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of one cluster must be like. */
final class ClusterRules {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+(\\.\\d+|-latest)");
    private static final String REVISION = "install.revision";

    private ClusterRules() {}

    static void check(InstalledCluster cluster, RuleReport report) {
        if (!LABEL_VALUE.matcher(cluster.network()).matches()) {
            report.add(
                    "network",
                    IssueCode.INVALID_VALUE,
                    "network " + IssueText.quote(cluster.network()) + " cannot be the value of a label",
                    "use letters, digits, \"-\", \"_\" and \".\", 63 at most");
        }
        if (!VERSION.matcher(cluster.version()).matches()) {
            report.add(
                    "install.version",
                    IssueCode.INVALID_VALUE,
                    IssueText.quote(cluster.version()) + " is no release of the operator",
                    "write it like v1.30.3 or v1.30-latest");
        }
        checkLabel("install.namespace", cluster.namespace(), report);
        checkLabel(REVISION, cluster.resource(), report);
        checkUpdates(cluster, report);
        checkAddresses(cluster, report);
        if (cluster.isAmbient() && cluster.gatewayForm() == EastWestGatewayForm.deployment) {
            report.add(
                    "eastWestGateway.form",
                    IssueCode.FIELD_CONFLICT,
                    "in ambient mode istiod makes the east-west gateway from a Gateway",
                    "write gatewayApi");
        }
    }

    private static void checkLabel(String field, String value, RuleReport report) {
        if (!LABEL.matcher(value).matches()) {
            report.add(
                    field,
                    IssueCode.INVALID_VALUE,
                    IssueText.quote(value) + " is no DNS label",
                    "use lower case letters, digits and \"-\", 63 at most");
        }
    }

    private static void checkUpdates(InstalledCluster cluster, RuleReport report) {
        Optional<UpdateStrategyType> type = cluster.updates().flatMap(IstioUpdateStrategy::type);
        if (type.filter(UpdateStrategyType.RevisionBased::equals).isEmpty()) {
            return;
        }
        if (!cluster.isSail()) {
            report.add(
                    "install.updateStrategy",
                    IssueCode.FIELD_CONFLICT,
                    "only the operator updates by revision, not " + cluster.tool(),
                    "give each release a revision");
        }
        if (cluster.version().endsWith("-latest")) {
            report.add(
                    "install.version",
                    IssueCode.FIELD_UNSUPPORTED,
                    "the revision of " + cluster.version() + " is known to the operator only",
                    "name the whole release to update by revision");
        }
    }

    private static void checkAddresses(InstalledCluster cluster, RuleReport report) {
        cluster.topology()
                .install()
                .flatMap(ClusterInstall::remotePilotAddress)
                .ifPresent(address -> checkAddress("install.remotePilotAddress", address, report));
        List<String> addresses = cluster.topology()
                .eastWestGateway()
                .map(EastWestGateway::addresses)
                .orElse(List.of());
        for (int i = 0; i < addresses.size(); i++) {
            checkAddress("eastWestGateway.addresses[" + i + "]", addresses.get(i), report);
        }
    }

    private static void checkAddress(String field, String address, RuleReport report) {
        if (!Addresses.isIp(address) && !HOST.matcher(address).matches()) {
            report.add(
                    field,
                    IssueCode.ADDRESS_INVALID,
                    IssueText.quote(address) + " is neither an IP address nor a DNS name",
                    "write it without scheme and port; the ports are fixed");
        }
    }
}
