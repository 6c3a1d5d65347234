package io.eastwest.render.install;

import io.eastwest.model.issue.IssueCode;

/** Takes what is wrong with a cluster. */
@FunctionalInterface
interface RuleReport {
    /** Field below the cluster, code, what is wrong, what to do. */
    void add(String field, IssueCode code, String message, String hint);
}
