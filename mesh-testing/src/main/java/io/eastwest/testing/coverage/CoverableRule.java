package io.eastwest.testing.coverage;

/**
 * A rule that tests could reach.
 *
 * @param id which
 * @param kind what it is
 * @param never why no call can reach it, as far as the resource itself tells; empty: one may
 */
record CoverableRule(RuleId id, RuleKind kind, String never) {}
