/** What the console shows beside the settings of the widget, in Markdown. */
export const DOCUMENTATION = `## Incidents of Fargate services

The incidents that a stop analyzer keeps: what stops, how often, since when, why, and what to do.
Those that had a stop in the time range of the dashboard are listed, open ones first, at most 200.

The function reads the table of the analyzer's incidents and nothing else.
Whoever looks at the dashboard needs the permission \`lambda:InvokeFunction\` on it.

### Widget parameters
Param | Description
---|---
**cluster** | Only incidents of the cluster with this name
**service** | Only incidents of the service with this name

### Example parameters
\`\`\` yaml
cluster: shop
service: checkout
\`\`\`
`;
