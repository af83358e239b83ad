-- The statements of a town's status, written by `make golden`.
-- organizations
SELECT o.code, o.name, o.kind FROM organization o
WHERE (o.code >= :scope AND o.code < :end) AND o.kind <> '乡镇党委' AND ((o.founded_on IS NULL OR o.founded_on <= :day)
    AND (o.dissolved_on IS NULL OR o.dissolved_on > :day))
ORDER BY o.code;
-- activity tally
SELECT o.code, a.kind, CAST(substr(a.counted_on, 6, 2) AS INTEGER), count(*)
FROM organization o CROSS JOIN activity a
WHERE (o.code >= :scope AND o.code < :end) AND o.kind <> '乡镇党委' AND ((o.founded_on IS NULL OR o.founded_on <= :day)
    AND (o.dissolved_on IS NULL OR o.dissolved_on > :day))
    AND a.organization = o.code
    AND a.kind IN ('专题调研', '主题活动', '主题党日', '培养积极分子', '合理化建议', '安全隐患', '矛盾纠纷', '办实事')
    AND a.counted_on BETWEEN :first AND :day
GROUP BY 1, 2, 3;
-- household coverage
SELECT village, sum(households), sum(covered), sum(visited)
FROM (SELECT h.village AS village, count(*) AS households,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM pairing p JOIN person s ON s.id = p.person
    WHERE p.household = h.id AND (p.started_on <= :day AND (p.ended_on IS NULL OR p.ended_on > :day)
    AND coalesce(p.end_reason, '') <> '录入有误') AND ((s.arrived_on IS NULL OR s.arrived_on <= :day)
    AND (s.left_on IS NULL OR s.left_on > :day)))) AS covered,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM activity v
    WHERE v.household = h.id AND v.kind = '帮扶走访' AND v.counted_on BETWEEN :month AND :day)) AS visited FROM household h
WHERE (h.village >= :scope AND h.village < :end) AND (NOT EXISTS (SELECT 1 FROM household_place)
    OR NOT EXISTS (SELECT 1 FROM household_place f WHERE f.household = h.id AND f.ended_on > :day)) AND ((h.identified_on <= :day AND (h.closed_on IS NULL OR h.closed_on > :day)) AND (h.lifted_on IS NULL OR h.lifted_on > :day
    OR (h.returned_on > h.lifted_on AND h.returned_on <= :day))
    AND (NOT EXISTS (SELECT 1 FROM household_cycle)
    OR NOT EXISTS (SELECT 1 FROM household_cycle y
        WHERE y.household = h.id AND y.lifted_on <= :day AND y.returned_on > :day))) GROUP BY h.village
UNION ALL
SELECT (SELECT f.village FROM household_place f WHERE f.household = h.id AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) AS village, count(*) AS households,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM pairing p JOIN person s ON s.id = p.person
    WHERE p.household = h.id AND (p.started_on <= :day AND (p.ended_on IS NULL OR p.ended_on > :day)
    AND coalesce(p.end_reason, '') <> '录入有误') AND ((s.arrived_on IS NULL OR s.arrived_on <= :day)
    AND (s.left_on IS NULL OR s.left_on > :day)))) AS covered,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM activity v
    WHERE v.household = h.id AND v.kind = '帮扶走访' AND v.counted_on BETWEEN :month AND :day)) AS visited FROM household h
WHERE h.id IN (SELECT n.household FROM household_place n WHERE (n.village >= :scope AND n.village < :end) AND n.ended_on > :day)
    AND ((SELECT f.village FROM household_place f WHERE f.household = h.id AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) >= :scope AND (SELECT f.village FROM household_place f WHERE f.household = h.id AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) < :end) AND ((h.identified_on <= :day AND (h.closed_on IS NULL OR h.closed_on > :day)) AND (h.lifted_on IS NULL OR h.lifted_on > :day
    OR (h.returned_on > h.lifted_on AND h.returned_on <= :day))
    AND (NOT EXISTS (SELECT 1 FROM household_cycle)
    OR NOT EXISTS (SELECT 1 FROM household_cycle y
        WHERE y.household = h.id AND y.lifted_on <= :day AND y.returned_on > :day))) GROUP BY (SELECT f.village FROM household_place f WHERE f.household = h.id AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1)) AS villages
GROUP BY village;
-- member coverage
SELECT substr(organization, 1, 12), sum(members), sum(covered)
FROM (SELECT m.organization AS organization, count(*) AS members, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM pairing p JOIN household k ON k.id = p.household
    WHERE p.person = m.id AND (p.started_on <= :day AND (p.ended_on IS NULL OR p.ended_on > :day)
    AND coalesce(p.end_reason, '') <> '录入有误') AND (k.identified_on <= :day AND (k.closed_on IS NULL OR k.closed_on > :day)))) AS covered FROM person m
WHERE (m.organization >= :scope AND m.organization < :end) AND NOT EXISTS (SELECT 1 FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day))) AND (m.exemption = '' AND (m.category IN ('正式党员', '预备党员') AND ((m.arrived_on IS NULL OR m.arrived_on <= :day)
    AND (m.left_on IS NULL OR m.left_on > :day)))) GROUP BY m.organization
UNION ALL
SELECT (SELECT g.organization FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day)) ORDER BY g.started_on DESC, g.organization DESC LIMIT 1) AS organization, count(*) AS members, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM pairing p JOIN household k ON k.id = p.household
    WHERE p.person = m.id AND (p.started_on <= :day AND (p.ended_on IS NULL OR p.ended_on > :day)
    AND coalesce(p.end_reason, '') <> '录入有误') AND (k.identified_on <= :day AND (k.closed_on IS NULL OR k.closed_on > :day)))) AS covered FROM person m
WHERE m.id IN (SELECT n.person FROM post n
    WHERE (n.organization >= :scope AND n.organization < :end) AND (n.kind = '党员关系' AND n.started_on <= :day
    AND (n.ended_on IS NULL OR n.ended_on > :day)))
    AND ((SELECT g.organization FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day)) ORDER BY g.started_on DESC, g.organization DESC LIMIT 1) >= :scope AND (SELECT g.organization FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day)) ORDER BY g.started_on DESC, g.organization DESC LIMIT 1) < :end) AND (m.exemption = '' AND (m.category IN ('正式党员', '预备党员') AND ((m.arrived_on IS NULL OR m.arrived_on <= :day)
    AND (m.left_on IS NULL OR m.left_on > :day)))) GROUP BY (SELECT g.organization FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day)) ORDER BY g.started_on DESC, g.organization DESC LIMIT 1)) AS organizations
GROUP BY 1;
-- cooperatives
SELECT substr(organization, 1, 12), count(*), count(*) FILTER (WHERE is_founded), sum(households_led)
FROM (SELECT c.organization AS organization, c.households_led,
    EXISTS (SELECT 1 FROM cooperative_founder f WHERE f.cooperative = c.code) AS is_founded FROM cooperative c
WHERE (c.organization >= :scope AND c.organization < :end) AND (NOT EXISTS (SELECT 1 FROM cooperative_place)
    OR NOT EXISTS (SELECT 1 FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day)) AND ((c.founded_on IS NULL OR c.founded_on <= :day)
    AND (c.deregistered_on IS NULL OR c.deregistered_on > :day))
UNION ALL
SELECT (SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) AS organization, c.households_led,
    EXISTS (SELECT 1 FROM cooperative_founder f WHERE f.cooperative = c.code) AS is_founded FROM cooperative c
WHERE c.code IN (SELECT n.cooperative FROM cooperative_place n WHERE (n.organization >= :scope AND n.organization < :end) AND n.ended_on > :day)
    AND ((SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) >= :scope AND (SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) < :end) AND ((c.founded_on IS NULL OR c.founded_on <= :day)
    AND (c.deregistered_on IS NULL OR c.deregistered_on > :day))) AS cooperatives
GROUP BY 1;
-- founders
SELECT DISTINCT substr(c.organization, 1, 12), f.person
FROM (SELECT c.code, c.organization AS organization FROM cooperative c
WHERE (c.organization >= :scope AND c.organization < :end) AND (NOT EXISTS (SELECT 1 FROM cooperative_place)
    OR NOT EXISTS (SELECT 1 FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day)) AND ((c.founded_on IS NULL OR c.founded_on <= :day)
    AND (c.deregistered_on IS NULL OR c.deregistered_on > :day))
UNION ALL
SELECT c.code, (SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) AS organization FROM cooperative c
WHERE c.code IN (SELECT n.cooperative FROM cooperative_place n WHERE (n.organization >= :scope AND n.organization < :end) AND n.ended_on > :day)
    AND ((SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) >= :scope AND (SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) < :end) AND ((c.founded_on IS NULL OR c.founded_on <= :day)
    AND (c.deregistered_on IS NULL OR c.deregistered_on > :day))) AS c CROSS JOIN cooperative_founder f
WHERE f.cooperative = c.code;
-- other organizations
SELECT o.code, o.name, o.kind, o.dissolved_on <= :day,
    (SELECT count(*) FROM activity a
        WHERE a.organization > o.code AND a.organization < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END AND (a.kind IN ('矛盾纠纷', '办实事') AND a.held_on <= :day AND a.voided_on IS NULL
    AND (a.resolved_on IS NULL OR a.resolved_on > :day))),
    EXISTS (SELECT 1 FROM household h WHERE h.village = o.code AND (NOT EXISTS (SELECT 1 FROM household_place)
    OR NOT EXISTS (SELECT 1 FROM household_place f WHERE f.household = h.id AND f.ended_on > :day)) AND (h.identified_on <= :day AND (h.closed_on IS NULL OR h.closed_on > :day))) OR EXISTS (SELECT 1 FROM household h WHERE h.id IN (SELECT n.household FROM household_place n WHERE n.village = o.code AND n.ended_on > :day)
    AND (SELECT f.village FROM household_place f WHERE f.household = h.id AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) = o.code AND (h.identified_on <= :day AND (h.closed_on IS NULL OR h.closed_on > :day)))
        OR EXISTS (SELECT 1 FROM person m WHERE (m.organization >= o.code AND m.organization < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END) AND NOT EXISTS (SELECT 1 FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day))) AND (m.category IN ('正式党员', '预备党员') AND ((m.arrived_on IS NULL OR m.arrived_on <= :day)
    AND (m.left_on IS NULL OR m.left_on > :day)))) OR EXISTS (SELECT 1 FROM person m WHERE m.id IN (SELECT n.person FROM post n
    WHERE (n.organization >= o.code AND n.organization < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END) AND (n.kind = '党员关系' AND n.started_on <= :day
    AND (n.ended_on IS NULL OR n.ended_on > :day)))
    AND ((SELECT g.organization FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day)) ORDER BY g.started_on DESC, g.organization DESC LIMIT 1) >= o.code AND (SELECT g.organization FROM post g
    WHERE g.person = m.id AND m.category IN ('正式党员', '预备党员') AND (g.kind = '党员关系' AND g.started_on <= :day
    AND (g.ended_on IS NULL OR g.ended_on > :day)) ORDER BY g.started_on DESC, g.organization DESC LIMIT 1) < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END) AND (m.category IN ('正式党员', '预备党员') AND ((m.arrived_on IS NULL OR m.arrived_on <= :day)
    AND (m.left_on IS NULL OR m.left_on > :day))))
        OR EXISTS (SELECT 1 FROM cooperative c WHERE (c.organization >= o.code AND c.organization < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END) AND (NOT EXISTS (SELECT 1 FROM cooperative_place)
    OR NOT EXISTS (SELECT 1 FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day)) AND ((c.founded_on IS NULL OR c.founded_on <= :day)
    AND (c.deregistered_on IS NULL OR c.deregistered_on > :day))) OR EXISTS (SELECT 1 FROM cooperative c WHERE c.code IN (SELECT n.cooperative FROM cooperative_place n WHERE (n.organization >= o.code AND n.organization < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END) AND n.ended_on > :day)
    AND ((SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) >= o.code AND (SELECT f.organization FROM cooperative_place f WHERE f.cooperative = c.code AND f.ended_on > :day ORDER BY f.ended_on LIMIT 1) < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END) AND ((c.founded_on IS NULL OR c.founded_on <= :day)
    AND (c.deregistered_on IS NULL OR c.deregistered_on > :day)))
        OR EXISTS (SELECT 1 FROM organization g WHERE g.code > o.code AND g.code < o.code || CASE o.kind WHEN '乡镇党委' THEN '0' ELSE ':' END
            AND ((g.founded_on IS NULL OR g.founded_on <= :day)
    AND (g.dissolved_on IS NULL OR g.dissolved_on > :day)))
FROM organization o
WHERE (o.code >= :scope AND o.code < :end) AND o.kind <> '党小组'
    AND (o.kind = '乡镇党委' OR NOT ((o.founded_on IS NULL OR o.founded_on <= :day)
    AND (o.dissolved_on IS NULL OR o.dissolved_on > :day)))
ORDER BY o.code;
-- committee
SELECT p.id, p.name, p.organization,
    (SELECT count(*) FROM activity_participant t CROSS JOIN activity a CROSS JOIN organization o
        WHERE t.person = p.id AND a.id = t.activity AND a.kind = '专题调研' AND a.counted_on BETWEEN :first AND :day
    AND o.code = a.organization AND o.kind IN ('村党组织', '联合支部'))
FROM person p
WHERE p.is_committee = 1 AND (p.organization >= :scope AND p.organization < :end) AND ((p.arrived_on IS NULL OR p.arrived_on <= :day)
    AND (p.left_on IS NULL OR p.left_on > :day))
ORDER BY p.id;
