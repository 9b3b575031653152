import {
  EventBridgeClient,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
} from '@aws-sdk/client-eventbridge';
import { sending } from './sending.sdk';

export const open = sending(config => new EventBridgeClient(config), {
  ListRuleNamesByTarget: ListRuleNamesByTargetCommand,
  ListRules: ListRulesCommand,
});
